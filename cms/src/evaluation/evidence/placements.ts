import { scopeOf } from '@jiedui/shared/access';
import { COUNTED_PLACEMENT_STATES } from '@jiedui/shared/metric';
import { type EvidenceItem, MOST_EVIDENCE } from '@jiedui/shared/rubric';
import { enumWords } from '@jiedui/shared/text';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';
import { scopeSql } from '../../read/scope-sql';
import { daysOf } from '../figures/activities';
import { publicationSql } from '../figures/placements';
import { marks } from '../figures/source';
import { type EvidenceReader, plain } from './list';

/** What came out in the media: a publication is public, the record of it is only for those who may read it. */
export const placementEvidence: EvidenceReader = async ({ actor, unit, period }) => {
  const scope = scopeOf(actor.role, 'read', 'media-placement');
  const readable =
    scope === null ? { text: '1 = 0', params: [] } : scopeSql(modelOf('media-placement'), scope, actor, 't');
  const rows = await reader().all(
    `SELECT t.document_id, t.title, t.outlet, t.level, t.published_on, count(*) OVER () AS n,
        CASE WHEN ${readable?.text ?? '1 = 1'} THEN 1 ELSE 0 END AS readable
      FROM media_placements t WHERE t.unit_id = ? AND t.state IN (${marks(COUNTED_PLACEMENT_STATES)})
        AND t.published_on BETWEEN ? AND ? AND NOT EXISTS (
          SELECT 1 FROM media_placements e WHERE e.unit_id = t.unit_id AND e.level = t.level AND e.id < t.id
            AND e.state = t.state AND ${publicationSql('e')} = ${publicationSql('t')})
      ORDER BY t.published_on DESC, t.id DESC LIMIT ${MOST_EVIDENCE}`,
    [...(readable?.params ?? []), unit, ...COUNTED_PLACEMENT_STATES, ...daysOf(period)],
  );
  const items = rows.map((row): EvidenceItem => {
    const level = enumWords('media-placement', 'level', String(row.level));
    return {
      documentId: Number(row.readable) === 1 ? String(row.document_id) : null,
      title: plain(`${row.outlet}《${row.title}》`),
      day: String(row.published_on).slice(0, 10),
      categories: null,
      note: level,
    };
  });
  const n = Number(rows[0]?.n ?? 0);
  return { counts: n > 0 ? [{ category: null, n }] : [], items };
};
