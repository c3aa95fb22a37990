import { App } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { ConflictError, errorWords, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { fieldErrorText } from '../../ui/forms/place-errors';
import { useWrites } from '../../ui/use-writes';
import { moveCover, saverOf } from './photo-saver';
import type { PhotoField } from './story-fields';

/** The saver of a picture for its card; `name` is what the picture is called where its card is not on the screen. */
export function usePhotoSaver(row: Row, name: string) {
  const { locale, say } = useWords();
  const { message } = App.useApp();
  const { actor } = useSession();
  const { update, readAgain } = useWrites('story-photos');
  const saver = saverOf(actor.documentId, row.id);

  const problemText = (thrown: unknown) => {
    const error = toApiError(thrown);
    const told = error.fieldErrors.map((one) => fieldErrorText(one, locale));
    return told.length > 0 ? told.join(' ') : say(errorWords(error));
  };
  saver.seen(row, {
    async send(rev, values) {
      try {
        return Number((await update({ id: row.id, rev }, values)).rev);
      } catch (error) {
        // Without the other person's revision the next try would be refused as well.
        if (error instanceof ConflictError) await readAgain();
        throw error;
      }
    },
    failed: (error) => void message.error(`${name}:${problemText(error)}`),
  });
  const { problems, saving } = useSyncExternalStore(saver.subscribe, saver.written);
  useEffect(() => () => saver.flush(), [saver]);

  const told = Object.values(problems).map(problemText);
  return {
    /** What the field holds now, also between a key and the next drawing of the screen. */
    said(field: PhotoField) {
      const { typed } = saver.written();
      return field in typed ? typed[field] : row[field];
    },
    problem: told.length > 0 ? [...new Set(told)].join(' ') : null,
    saving,
    type: (field: PhotoField, value: unknown) => saver.type(field, value),
    save: (field: PhotoField, value: unknown) => saver.save(field, value),
    drop: () => saver.drop(),
    /** Makes the picture the cover in place of another one, or takes it off. */
    setCover: (cover: boolean, before: Row | undefined) =>
      cover
        ? moveCover(before ? saverOf(actor.documentId, before.id) : null, saver)
        : saver.put({ cover: false }),
  };
}
