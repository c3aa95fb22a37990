import { useInvalidate } from '@refinedev/core';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { asRow } from '../../providers/row';
import { PATIENCE, sendOnce } from '../../providers/send-once';
import { fieldErrorText } from '../forms/place-errors';

const words = {
  done: { zh: '已按活动记录写好初稿,请补充。', en: 'The draft holds the facts of the activity; write on.' },
  open: { zh: '打开原稿', en: 'Open it' },
  again: { zh: '另写一篇', en: 'Another one' },
  cancel: { zh: '取消', en: 'Cancel' },
};

/** Has the server begin a story with what is known of an activity, and opens it. */
export function useProposeStory() {
  const { say, locale } = useWords();
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const invalidate = useInvalidate();
  const [busy, setBusy] = useState(false);

  const send = async (activity: string, again: boolean): Promise<void> => {
    const path = '/stories/from-activity';
    const { data } = await sendOnce(`POST ${path} ${activity} ${again}`, (headers) =>
      http.post<{ data: unknown }>(path, { data: { activity, again } }, { headers, timeout: PATIENCE }),
    );
    void invalidate({ resource: 'stories', invalidates: ['all'] });
    message.success(say(words.done));
    void navigate(`/stories/${asRow(data.data)?.id ?? ''}`);
  };

  /** To close it is neither answer: a second story is written only by whoever says so. */
  const ask = (told: string, link: string, activity: string) => {
    const answered = (act?: () => void) => () => {
      dialog.destroy();
      act?.();
    };
    const dialog = modal.confirm({
      title: told,
      footer: (
        <div className="ant-modal-confirm-btns">
          <Button onClick={answered()}>{say(words.cancel)}</Button>
          <Button onClick={answered(() => void propose(activity, true))}>{say(words.again)}</Button>
          <Button type="primary" onClick={answered(() => void navigate(link))}>
            {say(words.open)}
          </Button>
        </div>
      ),
    });
  };

  /** Whether the story is there and has been opened. */
  const propose = async (activity: string, again = false): Promise<boolean> => {
    setBusy(true);
    try {
      await send(activity, again);
      return true;
    } catch (thrown) {
      const error = toApiError(thrown);
      const said = error.fieldErrors.map((one) => fieldErrorText(one, locale));
      const told = said.length > 0 ? said.join(' ') : say(errorWords(error));
      const { link } = error.details;
      if (error.code !== 'DUPLICATE' || typeof link !== 'string') message.error(told);
      else ask(told, link, activity);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, propose };
}
