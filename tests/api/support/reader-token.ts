import type { Builders } from './builders';
import type { Client } from './client';

/** A token by which a new consumer reads stories. */
export async function readerToken(
  by: Client,
  make: Builders,
  values: Record<string, unknown> = {},
): Promise<string> {
  const consumer = await make.consumer(values);
  const made = await by.post<{ token: string }>(`/api-consumers/${consumer.documentId}/tokens`, { data: {} });
  if (made.status !== 201) throw new Error(made.text);
  return made.data.token;
}
