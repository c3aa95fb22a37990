import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';

type View = { key: string; label: string };

/** The view named in the address, the first when none is. */
export function useView(views: readonly View[]): string {
  const [params] = useSearchParams();
  const wanted = params.get('view');
  return views.find((view) => view.key === wanted)?.key ?? views[0]?.key ?? '';
}

/** Switches between two ways to see the same records; the choice stands in the address. */
export function ViewSwitch({ views, label }: { views: readonly View[]; label: string }) {
  const [, setParams] = useSearchParams();
  const current = useView(views);
  const choose = (key: string) => setParams(key === views[0]?.key ? {} : { view: key }, { replace: true });
  return (
    <Segmented
      aria-label={label}
      value={current}
      options={views.map((view) => ({ value: view.key, label: view.label }))}
      onChange={choose}
    />
  );
}
