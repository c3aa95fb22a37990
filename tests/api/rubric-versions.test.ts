import { checkRubric, type Rubric } from '@jiedui/shared/rubric';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, rubricDefinition, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const adopted = async (values: Record<string, unknown> = {}): Promise<Rec> => {
  const rubric = await make.rubric(values);
  return step(by, `/rubrics/${rubric.documentId}`, 'adopt');
};
const versionOf = (rubric: Rec, reason: unknown = '按今年方案调整分值') =>
  by.post<Rec>(`/rubrics/${rubric.documentId}/versions`, { data: { reason } });

describe('a new version of a rubric', () => {
  it('is a draft of the same name and content with the next number and the reason', async () => {
    const base = await adopted({ definition: rubricDefinition({ example: true }) });
    const { status, data } = await versionOf(base);
    expect(status).toBe(201);
    expect(data).toMatchObject({
      name: base.name,
      version: 2,
      state: 'draft',
      reason: '按今年方案调整分值',
      example: false,
    });
    expect(data.contentHash).toBeNull();
    expect(data.definition).toMatchObject({ dimensions: rubricDefinition().dimensions, example: false });
    const still = await by.get<Rec>(`/rubrics/${base.documentId}`);
    expect(still.data).toMatchObject({ state: 'adopted', version: 1, contentHash: base.contentHash });
  });

  it('follows the last version, whichever it begins from', async () => {
    const base = await adopted();
    await versionOf(base);
    const { data } = await versionOf(base, '从第一版重新开始');
    expect(data.version).toBe(3);
  });

  it('may begin from one that is retired', async () => {
    const base = await adopted();
    await step(by, `/rubrics/${base.documentId}`, 'retire', '不再使用');
    expect((await versionOf(base)).status).toBe(201);
  });

  it.each([undefined, null, '', '   ', 7])('needs a reason, not %j', async (reason) => {
    const answer = await by.post(`/rubrics/${(await adopted()).documentId}/versions`, { data: { reason } });
    expect(answer.status).toBe(422);
    expect(answer.error.details.code).toBe('REASON_REQUIRED');
  });

  it('is not made of a draft, which is changed where it stands', async () => {
    const answer = await versionOf(await make.rubric());
    expect(answer.status).toBe(409);
    expect(answer.error.details.code).toBe('TRANSITION_REFUSED');
  });

  it('gets a number of its own when several are made at once', async () => {
    const base = await adopted();
    const answers = await Promise.all([1, 2, 3, 4].map((turn) => versionOf(base, `第 ${turn} 个`)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(answers.map(({ data }) => data.version).sort()).toEqual([2, 3, 4, 5]);
  });

  it('is refused to whoever may not make a rubric, and not found where there is none', async () => {
    const base = await adopted();
    const rater = await make.person('evaluator');
    const body = { data: { reason: '想改' } };
    const refused = await rater.client.post(`/rubrics/${base.documentId}/versions`, body);
    expect(refused.status).toBe(403);
    const missing = await by.post('/rubrics/abcdefghijklmnopqrstuvwx/versions', body);
    expect(missing.status).toBe(404);
  });
});

describe('a draft', () => {
  it('is stored half written, says what is open, and is not adopted so', async () => {
    const rubric = await make.rubric();
    const half = rubricDefinition() as { dimensions: { indicators: Record<string, unknown>[] }[] };
    delete half.dimensions[0]?.indicators[0]?.maxPoints;
    const saved = await by.put<Rec & { definition: Rubric }>(
      `/rubrics/${rubric.documentId}`,
      { data: { definition: half } },
      rubric.rev,
    );
    expect(saved.status).toBe(200);
    expect(saved.data.definition).toEqual(half);
    expect(checkRubric(saved.data.definition).map(({ path }) => path.join('.'))).toEqual([
      'dimensions.0.indicators.0.maxPoints',
    ]);
    const adopt = await by.step(`/rubrics/${rubric.documentId}`, 'adopt', Number(saved.data.rev));
    expect(adopt.status).toBe(422);
    expect(adopt.error.details.code).toBe('RUBRIC_UNSOUND');
  });
});
