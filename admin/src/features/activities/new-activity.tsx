import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { NewRecord } from '../../ui/list/new-record';
import { PLAN_FIELDS } from './activity-fields';
import { OfferPicker } from './offer-picker';
import { withPairing } from './pairing-of';
import { VenueInput } from './venue-input';
import { VenuePicker } from './venue-picker';

/** A new activity; somebody of a unit or a site starts with their own. */
export function NewActivity({ onCreated }: { onCreated: (row: Row) => void }) {
  const activityModel = useModel('activities');
  const { say } = useWords();
  const { unit, station } = useSession().actor.anchors;
  return (
    <NewRecord
      model={activityModel}
      label={say({ zh: '新建活动', en: 'New activity' })}
      fields={PLAN_FIELDS}
      preset={{
        unit: unit?.documentId ?? null,
        station: station?.documentId ?? null,
        routine: false,
      }}
      controls={{ venue: <VenueInput />, venueKind: <VenuePicker />, offers: <OfferPicker /> }}
      complete={withPairing}
      onCreated={onCreated}
    />
  );
}
