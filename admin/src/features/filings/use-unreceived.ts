import { receivesFrom } from '@jiedui/shared/filing';
import type { StationLevel } from '@jiedui/shared/programme';
import type { Words } from '@jiedui/shared/text';
import { useModel } from '../../models/store';
import { asLinked, type Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { useRecord } from '../../ui/use-record';
import type { FilingKind } from './filing-data';

const BY_LEVEL = { zh: '由上一级(所、镇)转报或退回。', en: 'The institute or town forwards or returns it.' };

/** Why the account cannot send materials on or back: it is not of the level that has received them. */
export function useUnreceived({ resource }: FilingKind, filing: Row): Words[] {
  const { station } = useSession().actor.anchors;
  const asks = resource === 'material-submission' && station !== undefined;
  const { row } = useRecord(useModel('stations'), asks ? asLinked(filing.station)?.documentId : undefined);
  if (!asks) return [];
  const origin = row && {
    station: row.id,
    parent: asLinked(row.parent)?.documentId ?? null,
    level: row.level as StationLevel,
  };
  return origin && receivesFrom({ station: station.documentId }, origin) ? [] : [BY_LEVEL];
}
