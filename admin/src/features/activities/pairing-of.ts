import { toAddress } from '../../providers/data';
import { http } from '../../providers/http';
import { asRow } from '../../providers/row';

type Values = Record<string, unknown>;

/** The pairing of a unit and a site; null where they are not paired. Throws ApiError. */
async function pairingOf(unit: string, station: string): Promise<string | null> {
  const query = toAddress({
    fields: ['rev'],
    filters: { unit: { documentId: { $eq: unit } }, station: { documentId: { $eq: station } } },
    pagination: { page: 1, pageSize: 1 },
  });
  const { data } = await http.get<{ data: unknown[] }>(`/pairings?${query}`);
  return asRow(data.data[0])?.id ?? null;
}

/** An activity belongs to the pairing of its two parties; nobody has to choose it. */
export async function withPairing(values: Values): Promise<Values> {
  const { unit, station } = values;
  if (typeof unit !== 'string' || typeof station !== 'string') return values;
  return { ...values, pairing: await pairingOf(unit, station) };
}
