import { judgesNothing, missingEntries, NOTHING_JUDGED_WORDS } from '@jiedui/shared/scoring';
import { App, Button } from 'antd';
import { errorWords, toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { useWrites } from '../../ui/use-writes';
import { jumpTo, jumpToWrong } from './keyboard';
import type { Sheet } from './sheet';
import type { SheetSaver } from './sheet-saver';
import type { SheetStore } from './sheet-store';

const words = {
  missing: { zh: '以下指标还没有评', en: 'These are still open' },
  sure: { zh: '提交这张评分表?', en: 'Submit this sheet?' },
  after: {
    zh: '提交后不能再改,除非区办公室退回。',
    en: 'It cannot be changed afterwards, unless the office returns it.',
  },
  submit: { zh: '提交', en: 'Submit' },
  unsaved: {
    zh: '还没有全部保存,请等网络恢复后再提交。',
    en: 'Not everything is saved yet; submit when the network is back.',
  },
  refused: {
    zh: '有的内容未被接受,已在表中标出,请修改后再提交。',
    en: 'Some entries were not accepted; correct what is marked, then submit.',
  },
  wrong: { zh: '有的数填得不对,请先改正。', en: 'A number is not right; correct it first.' },
  done: { zh: '已提交', en: 'Submitted' },
};

/** A dialog gives the focus back when it is gone. */
const CLOSING = 200;

/** Hands the sheet in: after what is wrong or missing has been shown, and everything has been saved. */
export function useSubmit(sheet: Sheet, store: SheetStore, saver: SheetSaver, reread: () => void) {
  const { say } = useWords();
  const { modal, message } = App.useApp();
  const { transition } = useWrites('evaluations');
  return () => {
    // Its text has not left the field: what would be handed in is an older number.
    if (jumpToWrong()) {
      message.error(say(words.wrong));
      return;
    }
    const missing = missingEntries(sheet.rubric, sheet.evaluation.source, store.entries());
    if (missing.length > 0) {
      const shown = modal.info({
        title: say(words.missing),
        content: (
          <ul className="sheet-missing">
            {missing.map((entry) => (
              <li key={entry.code}>
                <Button
                  type="link"
                  onClick={() => {
                    shown.destroy();
                    setTimeout(() => jumpTo(entry.code), CLOSING);
                  }}
                >
                  {entry.code} {entry.name}
                </Button>
              </li>
            ))}
          </ul>
        ),
      });
      return;
    }
    if (judgesNothing(sheet.rubric, sheet.evaluation.source, store.entries())) {
      message.error(say(NOTHING_JUDGED_WORDS));
      return;
    }
    modal.confirm({
      title: say(words.sure),
      content: say(words.after),
      okText: say(words.submit),
      onOk: async () => {
        if (!(await saver.flush())) {
          const [refused] = saver.refusedParts();
          const state = saver.state();
          if (refused) message.error(say(words.refused));
          else message.error(say(state.kind === 'refused' ? errorWords(state.error) : words.unsaved));
          if (refused) setTimeout(() => jumpTo(refused), CLOSING);
          return;
        }
        try {
          await transition({ id: sheet.evaluation.documentId, rev: saver.rev() }, 'submit');
          message.success(say(words.done));
          reread();
        } catch (error) {
          message.error(say(errorWords(error)));
          // The round may have closed, or another window submitted it: show the sheet as it is now.
          if (toApiError(error).statusCode === 409) reread();
        }
      },
    });
  };
}
