import { useCreate, useDelete, useInvalidate, useUpdate } from '@refinedev/core';
import { ifMatch } from '../providers/data';
import { http } from '../providers/http';
import { asRow, type Row } from '../providers/row';
import { PATIENCE, sendOnce } from '../providers/send-once';

type Values = Record<string, unknown>;
type Target = Pick<Row, 'id' | 'rev'>;

/**
 * The writes of a record type. Each throws ApiError (ConflictError when somebody saved meanwhile), says nothing
 * to the person itself, and lets everything on the screen be read again.
 */
export function useWrites(path: string) {
  const invalidate = useInvalidate();
  const quiet = { resource: path, successNotification: false, errorNotification: false } as const;
  const { mutateAsync: post } = useCreate<Row, never, Values>();
  const { mutateAsync: put } = useUpdate<Row, never, Values>();
  const { mutateAsync: destroy } = useDelete<Row, never, Values>();
  const readAgain = () => invalidate({ resource: path, invalidates: ['all'] });

  async function finish<T>(work: Promise<T>): Promise<T> {
    const result = await work;
    await readAgain();
    return result;
  }

  const send = (row: Target, address: string, body: unknown) =>
    http.post<{ data: unknown }>(`/${path}/${row.id}/${address}`, body, { headers: ifMatch(row.rev) });

  return {
    create: (values: Values) => finish(post({ ...quiet, values }).then((answer) => answer.data)),
    /** `populate` names the relations that the answer, and a conflict's other version, should hold. */
    update: (row: Target, values: Values, populate?: string[]) =>
      finish(
        put({ ...quiet, id: row.id, values, meta: { rev: row.rev, populate } }).then((answer) => answer.data),
      ),
    /** `leave` runs before the screen reads again, for it would ask for a record that is gone. */
    async remove(row: Target, leave: () => void, reason?: string) {
      await destroy({ ...quiet, id: row.id, meta: { rev: row.rev, reason }, invalidates: [] });
      leave();
      await readAgain();
    },
    /** `leave` runs where the step takes the record out of the person's hands: null comes back of it then. */
    async transition(row: Target, name: string, reason?: string, leave?: () => void) {
      const url = `/${path}/${row.id}/transitions/${name}`;
      const step = sendOnce(`${url} ${row.rev} ${reason ?? ''}`, (key) => {
        const headers = { ...ifMatch(row.rev), ...key };
        return http.post<{ data: unknown } | null>(url, { data: { reason } }, { headers, timeout: PATIENCE });
      });
      const { data } = await step;
      const moved = data?.data ? asRow(data.data) : null;
      if (moved || !leave) await readAgain();
      else {
        // The page that is being left would ask for a record that is not there any more; the next one reads anew.
        const invalidationFilters = { type: 'all', refetchType: 'none' } as const;
        await invalidate({ resource: path, invalidates: ['all'], invalidationFilters });
        leave();
      }
      return moved;
    },
    /** A named action of the type, such as `reset-password`; gives its answer as it is. */
    act: <T>(row: Target, name: string) =>
      finish(send(row, name, { data: {} }).then(({ data }) => data.data as T)),
    removeFile: (row: Target, field: string, file: string) =>
      finish(http.delete(`/${path}/${row.id}/files/${field}/${file}`, { headers: ifMatch(row.rev) })),
    readAgain,
  };
}
