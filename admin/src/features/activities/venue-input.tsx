import { instantAt } from '@jiedui/shared/calendar';
import { Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { ClashNotice } from './clash-notice';

type Values = {
  startsAt?: Dayjs | null;
  endsAt?: Dayjs | null;
  unit?: string | null;
  station?: string | null;
  venue?: string | null;
  firstAidOfficer?: string | null;
};

const moment = (time: Dayjs) => instantAt(time.format('YYYY-MM-DD'), time.format('HH:mm'));

/** The warning for what is filled in so far; none until there is a time and a place. */
function FormClashes({ except }: { except: string | undefined }) {
  const form = Form.useFormInstance<Values>();
  const values = Form.useWatch((all: Values) => all, { form, preserve: true });
  const { startsAt, endsAt, unit, station, venue, firstAidOfficer } = values ?? {};
  if (!startsAt || !endsAt || !station || !endsAt.isAfter(startsAt)) return null;
  const query = {
    startsAt: moment(startsAt),
    endsAt: moment(endsAt),
    unit: unit ?? undefined,
    station,
    venue: venue ?? undefined,
    firstAidOfficer: firstAidOfficer ?? undefined,
    except,
  };
  return <ClashNotice query={query} />;
}

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (value: string) => void;
  /** The activity that is edited, which does not clash with itself. */
  except?: string;
};

/** The venue, with a warning of what else takes place there or needs the same people. */
export function VenueInput({ id, value, onChange, except }: Props) {
  return (
    <>
      <Input
        {...(id ? { id } : {})}
        maxLength={120}
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <FormClashes except={except} />
    </>
  );
}
