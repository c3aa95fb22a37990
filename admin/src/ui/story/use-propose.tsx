import { useInvalidate } from '@refinedev/core';
import { App } from 'antd';
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

  const propose = async (activity: string, again = false): Promise<void> => {
    setBusy(true);
    try {
      await send(activity, again);
    } catch (thrown) {
      const error = toApiError(thrown);
      const said = error.fieldErrors.map((one) => fieldErrorText(one, locale));
      const told = said.length > 0 ? said.join(' ') : say(errorWords(error));
      const { link } = error.details;
      if (error.code !== 'DUPLICATE' || typeof link !== 'string') message.error(told);
      else
        modal.confirm({
          title: told,
          okText: say(words.open),
          cancelText: say(words.again),
          onOk: () => void navigate(link),
          onCancel: () => void propose(activity, true),
        });
    } finally {
      setBusy(false);
    }
  };
  return { busy, propose };
}
