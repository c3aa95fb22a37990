import { useSearchParams } from 'react-router';
import { useSession } from '../../providers/session';
import { type Place, readPlace, writePlace } from './place';

/** What the calendar shows, kept in the address; a phone begins with the agenda. */
export function usePlace(phone: boolean) {
  const { today } = useSession();
  const [params, setParams] = useSearchParams();
  const fallback: Place = { view: phone ? 'agenda' : 'month', date: today };
  const go = (place: Place) => setParams((before) => writePlace(before, place, fallback));
  return { place: readPlace(params, fallback), go, today };
}
