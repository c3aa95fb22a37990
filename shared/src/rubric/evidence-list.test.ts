import { describe, expect, it } from 'vitest';
import { type EvidenceList, evidenceFor, evidenceKinds } from './evidence-list';
import { rubricSchema } from './schema';

const item = (name: string, categories: string[] | null) => ({
  documentId: name,
  title: { zh: name, en: name },
  day: null,
  categories,
  note: null,
});
const list: EvidenceList = {
  counts: [
    { category: 'partyLecture', n: 3 },
    { category: 'science', n: 4 },
  ],
  items: [
    item('a', ['science']),
    item('b', ['partyLecture']),
    ...'cdefg'.split('').map((name) => item(name, ['science'])),
  ],
};

describe('evidenceFor', () => {
  it.each<[string[] | undefined, number, string, string]>([
    [undefined, 7, 'abcde', 'of all categories, the newest few'],
    [['partyLecture'], 3, 'b', 'of one'],
    [['science', 'partyLecture'], 7, 'abcde', 'of both'],
    [['care'], 0, '', 'of none that there is'],
  ])('%j → %i, %s (%s)', (categories, total, names) => {
    const shown = evidenceFor(list, { categories });
    expect(shown.total).toBe(total);
    expect(shown.items.map(({ documentId }) => documentId).join('')).toBe(names);
  });

  it('what is of no category in particular is of each', () => {
    const ledger = {
      counts: [{ category: null, n: 4 }],
      items: [item('any', null), item('talks', ['citizenTalks'])],
    };
    const shown = evidenceFor(ledger, { categories: ['science'] });
    expect([shown.total, shown.items.length]).toEqual([4, 1]);
  });
});

it('a sheet needs what its own indicators ask for', () => {
  const indicator = (code: string, more: object) => ({
    code,
    name: code,
    maxPoints: 1,
    item: { kind: 'points' },
    ...more,
  });
  const rubric = rubricSchema.parse({
    name: '体系',
    dimensions: [
      {
        code: 'A',
        name: '维',
        indicators: [
          indicator('A1', { evidence: { kinds: ['ledger', 'photos'] }, sources: ['district'] }),
          indicator('A2', { evidence: { kinds: ['stories'] }, sources: ['self'] }),
          indicator('A3', {}),
        ],
      },
    ],
  });
  expect([...evidenceKinds(rubric, 'district')]).toEqual(['ledger', 'photos']);
  expect([...evidenceKinds(rubric, 'self')]).toEqual(['stories']);
  expect([...evidenceKinds(rubric, 'town')]).toEqual([]);
});
