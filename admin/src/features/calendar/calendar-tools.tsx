import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../providers/i18n';
import { SubscribeDialog } from './subscribe-dialog';

const words = {
  print: { zh: '打印', en: 'Print' },
  subscribe: { zh: '订阅', en: 'Subscribe' },
};

/** Other ways in which the calendar is had: on paper, and in a calendar program. */
export function CalendarTools({ month, station }: { month: string; station: string | undefined }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const query = new URLSearchParams({ month, ...(station ? { station } : {}) });
  return (
    <>
      <Button onClick={() => void navigate(`/calendar/print?${query}`)}>{say(words.print)}</Button>
      <Button onClick={() => setOpen(true)}>{say(words.subscribe)}</Button>
      {open && <SubscribeDialog onClose={() => setOpen(false)} />}
    </>
  );
}
