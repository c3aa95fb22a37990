import { useSearchParams } from 'react-router';

/** Parameters that one part alone has: a link with one of them, as from the workbench, means that part. */
const MEANT: Readonly<Record<string, string>> = { state: 'list', waiting: 'queue' };

/** Which part of the page is shown, and what is chosen in it, as the address says. */
export function useView(views: readonly string[]) {
  const [params, setParams] = useSearchParams();
  const meant = Object.keys(MEANT).find((name) => params.has(name));
  const wanted = params.get('view') ?? (meant ? MEANT[meant] : undefined) ?? '';
  const view = views.includes(wanted) ? wanted : (views[0] ?? '');
  return {
    view,
    /** Whatever was chosen in the part that is left belongs to it alone. */
    show: (next: string) => setParams({ view: next }, { replace: true }),
  };
}
