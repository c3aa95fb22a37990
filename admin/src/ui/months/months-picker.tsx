import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../../providers/i18n';

type Props = { from: string; to: string; onChange: (months: { from: string; to: string }) => void };

const MONTH = 'YYYY-MM';
const label = { zh: '月份', en: 'Months' };

/** The first and the last month that a page shows. */
export function MonthsPicker({ from, to, onChange }: Props) {
  const { say } = useWords();
  return (
    <DatePicker.RangePicker
      picker="month"
      allowClear={false}
      aria-label={say(label)}
      value={[dayjs(from), dayjs(to)]}
      onChange={(range) =>
        range?.[0] && range[1] && onChange({ from: range[0].format(MONTH), to: range[1].format(MONTH) })
      }
    />
  );
}
