import type { Role } from '@jiedui/shared/access';
import { returnedTo } from '@jiedui/shared/notification';
import { STORY_DESK } from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { accountsWhoWrite } from '../../notification/recipients';
import { tell } from '../../notification/tell';
import { modelOf } from '../../read/model';

/** What there is to tell of a story; the same key is told to the same person once. */
export type StoryNotice = { key: string; title: Words; detail: Words };

type Told = { id: number; documentId: string };

async function tellRoles(
  trx: Knex,
  roles: readonly Role[],
  story: Told,
  notice: StoryNotice,
  except: number | null,
): Promise<void> {
  const found = await Promise.all(
    roles.map((role) => accountsWhoWrite(trx, modelOf('story'), role, story.id)),
  );
  const accounts = found.flat().filter((id) => id !== except);
  await tell(trx, accounts, [{ ...notice, kind: 'story', link: `/stories/${story.documentId}` }]);
}

/** Tells the desk of a story; not the one whose doing it is. */
export const tellDesk = (trx: Knex, story: Told, notice: StoryNotice, except: number | null = null) =>
  tellRoles(trx, STORY_DESK, story, notice, except);

/** Tells those in the field who write the story. */
export const tellWriters = (trx: Knex, story: Told, notice: StoryNotice, except: number | null = null) =>
  tellRoles(trx, returnedTo('story', 'return'), story, notice, except);
