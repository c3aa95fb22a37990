import { returnedTo } from '@jiedui/shared/notification';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { accountsWhoWrite } from '../../notification/recipients';
import { tell } from '../../notification/tell';
import { modelOf } from '../../read/model';

/** What there is to tell of a story; the same key is told to the same person once. */
export type StoryNotice = { key: string; title: Words; detail: Words };

type Told = { id: number; documentId: string };

async function tellAccounts(
  trx: Knex,
  { documentId }: Told,
  accounts: readonly number[],
  notice: StoryNotice,
) {
  await tell(trx, accounts, [{ ...notice, kind: 'story', link: `/stories/${documentId}` }]);
}

/** Tells the desk of a story; not the one whose doing it is. */
export async function tellDesk(trx: Knex, story: Told, notice: StoryNotice, except: number | null = null) {
  const desk = await accountsWhoWrite(trx, modelOf('story'), 'publicity', story.id);
  await tellAccounts(
    trx,
    story,
    desk.filter((id) => id !== except),
    notice,
  );
}

/** Tells those in the field who write the story. */
export async function tellWriters(trx: Knex, story: Told, notice: StoryNotice, except: number | null = null) {
  const found = await Promise.all(
    returnedTo('story', 'return').map((role) => accountsWhoWrite(trx, modelOf('story'), role, story.id)),
  );
  await tellAccounts(
    trx,
    story,
    found.flat().filter((id) => id !== except),
    notice,
  );
}
