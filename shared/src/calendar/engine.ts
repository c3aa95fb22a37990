import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

// The only file that touches dayjs. Everything runs in UTC mode, so that the time zone of the
// machine can never move a day.
dayjs.extend(utc);

export const utcOf = (value: string | number) => dayjs.utc(value);
