import type { Actor } from '@jiedui/shared/access';
import { type Bulletin, bulletinOf, type RoundStatistics } from '@jiedui/shared/round';
import { enumWords } from '@jiedui/shared/text';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { publishedInputs } from './published-inputs';
import { frozenOf } from './summary';
import { unitOutcomes } from './unit-outcomes';

/** A bulletin with what makes it an official paper: who issues it, when, and how it is proved. */
export type IssuedBulletin = {
  bulletin: Bulletin;
  issuer: string;
  signedAt: string;
  number: number;
  outcomeHash: string;
  /** The number of the last result of the round: a later one corrects this one. */
  last: number;
  roundName: string;
};

/** The bulletin of a published result: its text from what was published, its issuer from the programme. */
export async function bulletinFor(actor: Actor, resultId: string): Promise<IssuedBulletin> {
  const result = await findRecord(modelOf('result'), actor, resultId, {
    fields: ['number', 'signedAt', 'outcomeHash', 'frozenHash', 'statistics'],
  });
  const [row] = await reader().all(
    `SELECT o.id, o.document_id, p.name AS programme, p.organizers,
            (SELECT MAX(number) FROM results WHERE round_id = o.id) AS last
     FROM results r JOIN rounds o ON o.id = r.round_id LEFT JOIN programmes p ON p.id = o.programme_id WHERE r.id = ?`,
    [result.id],
  );
  if (!row) throw new Error(`A result without its round: ${resultId}`);
  const round = await findRecord(modelOf('round'), actor, String(row.document_id), {
    fields: ['name', 'opensOn', 'closesOn'],
  });
  const { rubric } = await frozenOf(Number(row.id), String(result.frozenHash));
  const units = await unitOutcomes(result.id);
  const sheets = [...(await publishedInputs(result.id)).values()].flatMap((inputs) => inputs.sheets);
  const bulletin = bulletinOf({
    round: {
      name: String(round.name),
      opensOn: String(round.opensOn),
      closesOn: String(round.closesOn),
      programme: row.programme ? planName(String(row.programme)) : null,
    },
    rubric,
    units,
    statistics: result.statistics as RoundStatistics,
    sheets: sheets.length,
    evaluators: new Set(sheets.map(({ evaluatorId }) => evaluatorId)).size,
    classWords: (unitClass) => enumWords('unit', 'unitClass', unitClass).zh,
  });
  return {
    bulletin,
    issuer: issuerOf(row.organizers),
    signedAt: String(result.signedAt),
    number: Number(result.number),
    outcomeHash: String(result.outcomeHash),
    last: Number(row.last),
    roundName: String(round.name),
  };
}

const planName = (name: string): string => (name.endsWith('方案') ? name : `${name}工作方案`);

/** The office that guides the programme signs. */
function issuerOf(organizers: unknown): string {
  const value = (typeof organizers === 'string' ? JSON.parse(organizers) : organizers) as {
    guiding?: string[];
  } | null;
  return value?.guiding?.[0] ?? '（发文机关）';
}
