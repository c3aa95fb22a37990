import type { Actor } from '@jiedui/shared/access';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';

type Count = { all: number; registered: number };
export type Coverage = {
  everybody: Count;
  socialWorkers: Count;
  units: (Count & { documentId: string; name: string })[];
};

const UNITS_SHOWN = 50;

/** How many volunteers are registered, and how many social workers, who all should be; units with the most missing. */
export async function registrationCoverage(actor: Actor): Promise<Coverage> {
  const scope = readScope(modelOf('volunteer'), actor);
  const where = scope?.text ?? '1 = 1';
  const params = scope?.params ?? [];
  const [sum] = await reader().all(
    `SELECT count(*) AS everybody, sum(CASE WHEN t.registered THEN 1 ELSE 0 END) AS registered,
       sum(CASE WHEN t.social_worker THEN 1 ELSE 0 END) AS workers,
       sum(CASE WHEN t.social_worker AND t.registered THEN 1 ELSE 0 END) AS workers_registered
     FROM volunteers t WHERE ${where}`,
    params,
  );
  const units = await reader().all(
    `SELECT u.document_id AS "documentId", u.name, count(*) AS n,
       sum(CASE WHEN t.registered THEN 1 ELSE 0 END) AS registered
     FROM volunteers t JOIN units u ON u.id = t.unit_id WHERE t.social_worker AND ${where}
     GROUP BY u.id, u.document_id, u.name ORDER BY count(*) - sum(CASE WHEN t.registered THEN 1 ELSE 0 END) DESC, u.name
     LIMIT ${UNITS_SHOWN}`,
    params,
  );
  return {
    everybody: { all: Number(sum?.everybody ?? 0), registered: Number(sum?.registered ?? 0) },
    socialWorkers: { all: Number(sum?.workers ?? 0), registered: Number(sum?.workers_registered ?? 0) },
    units: units.map(({ documentId, name, n, registered }) => ({
      documentId: String(documentId),
      name: String(name),
      all: Number(n),
      registered: Number(registered),
    })),
  };
}
