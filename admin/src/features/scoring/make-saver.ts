import { acceptsScores } from '@jiedui/shared/round';
import { checkEntries } from '@jiedui/shared/scoring';
import { isEditable, MACHINES } from '@jiedui/shared/workflow';
import { ifMatch } from '../../providers/data';
import { http } from '../../providers/http';
import { currentLocale } from '../../providers/i18n';
import { PATIENCE } from '../../providers/send-once';
import { type Draft, dropDraft, keepDraft } from './draft';
import { keepSheet } from './kept-sheets';
import { contentOf, loadSheet, type Sheet } from './sheet';
import { SheetSaver } from './sheet-saver';
import { type SheetContent, SheetStore } from './sheet-store';

/** Whether the server would take changes of a sheet from whoever fills it in. */
export const takesChanges = ({ evaluation, round, outside }: Sheet): boolean =>
  isEditable(MACHINES.evaluation, evaluation.state) && acceptsScores(round.state) && !outside;

/** A sheet's content and what saves it; edits that were left on this device come back first. */
export function makeSaver(
  account: string,
  sheet: Sheet,
  draft: Draft | null,
): { store: SheetStore; saver: SheetSaver } {
  const { documentId, rev, source } = sheet.evaluation;
  const server = contentOf(sheet.evaluation);
  const store = new SheetStore(draft ? contentOf(draft) : server);
  const saver: SheetSaver = new SheetSaver(
    store,
    draft?.rev ?? rev,
    {
      check: ({ entries }: SheetContent) =>
        checkEntries(sheet.rubric, entries, source).map(({ path, message }) => ({
          path: ['entries', ...path.map(String)],
          code: 'BAD_INPUT',
          message: message[currentLocale()],
        })),
      async send(content: SheetContent, at: number) {
        const { data } = await http.put<{ data: { rev: number } }>(
          `/evaluations/${documentId}`,
          { data: content },
          { headers: ifMatch(at), timeout: PATIENCE },
        );
        const saved = { ...sheet, evaluation: { ...sheet.evaluation, ...content, rev: data.data.rev } };
        void keepSheet(account, saved);
        return data.data.rev;
      },
      async load() {
        const { evaluation } = await loadSheet(documentId);
        return { ...contentOf(evaluation), rev: evaluation.rev };
      },
      keep: (content, at) => keepDraft(account, documentId, { ...content, rev: at, base: saver.base() }),
      drop: () => dropDraft(account, documentId),
    },
    // Edits that began from an older revision: what they and the server had in common is only what they brought.
    draft ? (draft.rev === rev ? server : draft.base) : server,
  );
  return { store, saver };
}
