import { isMonth, monthOf, shiftMonth } from '@jiedui/shared/calendar';
import { useSearchParams } from 'react-router';
import { useSession } from '../../providers/session';

/**
 * Which months a page shows, in which of some ways and on which of its pages, kept in the address. At first it shows this
 * month with so many before it, in the first way.
 */
export function useAskedMonths<By extends string>(ways: readonly [By, ...By[]], monthsBefore: number) {
  const { today } = useSession();
  const [params, setParams] = useSearchParams();
  const month = (name: string, otherwise: string) => {
    const wanted = params.get(name);
    return isMonth(wanted) ? wanted : otherwise;
  };
  const asked = {
    by: ways.find((by) => by === params.get('by')) ?? ways[0],
    from: month('from', shiftMonth(monthOf(today), -monthsBefore)),
    to: month('to', monthOf(today)),
  };
  const change = (values: Record<string, string>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('page');
        for (const [name, value] of Object.entries(values)) after.set(name, value);
        return after;
      },
      { replace: true },
    );
  return { asked, page: Number(params.get('page') ?? 1) || 1, change };
}
