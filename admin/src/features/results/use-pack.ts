import { isAxiosError } from 'axios';
import { useEffect, useRef, useState } from 'react';
import { download } from '../../providers/download';
import { toApiError } from '../../providers/errors';
import { http } from '../../providers/http';

type Pack = {
  id: string;
  state: 'working' | 'done' | 'failed';
  progress: { done: number; total: number };
};

const ASK_AGAIN = 1_000;

const percentOf = ({ progress: { done, total } }: Pack): number =>
  total === 0 ? 0 : Math.round((done / total) * 100);

/** Has a pack made and saves it; `progress` in percent while it is being made, else null. */
export function usePack(unit: string) {
  const [progress, setProgress] = useState<number | null>(null);
  const closed = useRef(false);
  useEffect(() => {
    closed.current = false;
    return () => {
      closed.current = true;
    };
  }, []);

  const make = async (days: { from: string; to: string }) => {
    setProgress(0);
    try {
      let pack = (await http.post<{ data: Pack }>(`/units/${unit}/selection-packs`, { data: days })).data
        .data;
      while (pack.state === 'working' && !closed.current) {
        setProgress(percentOf(pack));
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
        pack = (await http.get<{ data: Pack }>(`/selection-packs/${pack.id}`)).data.data;
      }
      if (pack.state === 'done') await download(`/selection-packs/${pack.id}/file`, 'pack.zip');
      else if (!closed.current) throw new Error('The pack was not made');
    } catch (error) {
      throw isAxiosError(error) ? toApiError(error) : error;
    } finally {
      if (!closed.current) setProgress(null);
    }
  };
  return { progress, make };
}
