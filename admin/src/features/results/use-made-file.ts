import { isAxiosError } from 'axios';
import { useEffect, useRef, useState } from 'react';
import { download } from '../../providers/download';
import { toApiError } from '../../providers/errors';
import { http } from '../../providers/http';

type MadeFile = {
  id: string;
  state: 'working' | 'done' | 'failed';
  progress: { done: number; total: number };
};

const ASK_AGAIN = 1_000;

const percentOf = ({ progress: { done, total } }: MadeFile): number =>
  total === 0 ? 0 : Math.round((done / total) * 100);

/**
 * Has the server make a file, asked for at an address, and saves it; `progress` in percent while it is being made,
 * else null.
 */
export function useMadeFile(path: string) {
  const [progress, setProgress] = useState<number | null>(null);
  const closed = useRef(false);
  useEffect(() => {
    closed.current = false;
    return () => {
      closed.current = true;
    };
  }, []);

  const make = async (data: object) => {
    setProgress(0);
    try {
      let file = (await http.post<{ data: MadeFile }>(path, { data })).data.data;
      while (file.state === 'working' && !closed.current) {
        setProgress(percentOf(file));
        await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
        file = (await http.get<{ data: MadeFile }>(`/made-files/${file.id}`)).data.data;
      }
      if (closed.current) return;
      if (file.state !== 'done') throw new Error('The file was not made');
      await download(`/made-files/${file.id}/file`, 'file.zip');
    } catch (error) {
      throw isAxiosError(error) ? toApiError(error) : error;
    } finally {
      if (!closed.current) setProgress(null);
    }
  };
  return { progress, make };
}
