import type { Actor } from '@jiedui/shared/access';
import type { JudgedPeriod } from '@jiedui/shared/metric';
import { type Evidence, type EvidenceKind, evidenceKinds, type SourceCode } from '@jiedui/shared/rubric';
import { findRecord } from '../../read/list';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';
import { fromReader } from '../../read/run';
import { periodOf } from '../figures/of-round';
import { frozenOf } from '../summary';
import { activityEvidence, photoEvidence } from './activities';
import { filingEvidence, ledgerEvidence } from './duties';
import type { EvidenceReader } from './list';
import { placementEvidence } from './placements';
import { projectEvidence, storyEvidence } from './releases';

const READERS: Record<EvidenceKind, EvidenceReader> = {
  activities: activityEvidence,
  ledger: ledgerEvidence,
  filings: filingEvidence,
  photos: photoEvidence,
  projects: projectEvidence,
  stories: storyEvidence,
  placements: placementEvidence,
};

/**
 * The records of a sheet's unit that its indicators ask for, from the days that the round judges: a statement or two
 * for each kind of record, whatever number of indicators asks for it. Whoever reads the sheet knows how many there
 * are; the records themselves stand there as far as they may be read.
 */
export async function sheetEvidence(
  actor: Actor,
  documentId: string,
): Promise<{ period: JudgedPeriod; evidence: Evidence }> {
  const sheet = await findRecord(modelOf('evaluation'), actor, documentId, {
    fields: ['source'],
    populate: { unit: { fields: ['name'] }, round: { fields: ['name'] } },
  });
  const { unit, round } = sheet as unknown as Record<'unit' | 'round', { id: number }>;
  const [row] = await reader().all('SELECT frozen_hash FROM rounds WHERE id = ?', [round.id]);
  const frozen = await frozenOf(round.id, String(row?.frozen_hash));
  const period = frozen.period ?? (await periodOf(fromReader, round.id));
  const evidence: Evidence = {};
  for (const kind of evidenceKinds(frozen.rubric, sheet.source as SourceCode))
    evidence[kind] = await READERS[kind]({ actor, unit: unit.id, period });
  return { period, evidence };
}
