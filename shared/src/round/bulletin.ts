import { contentHash } from '../canonical';
import { bandIn, type Rubric } from '../rubric';
import { type BulletinFacts, bulletinClasses } from './bulletin-facts';
import { type Answer, answerOf, type BulletinQuery, sayAnswer } from './bulletin-queries';
import type { UnitOutcome } from './outcome';

/** A sentence of a bulletin. One with a number in it names the query that answered it, and the answer's hash. */
export type BulletinSentence =
  | { text: string; query: null }
  | { text: string; query: BulletinQuery; answer: Answer; asOf: string; hash: string };

/** `lead` are the words before the first sentence that stand in the face of a second heading. */
export type BulletinParagraph = { lead: string | null; sentences: BulletinSentence[] };

export type BulletinSection = { heading: string; paragraphs: BulletinParagraph[] };

export type BulletinTable = {
  title: string;
  rows: { rank: string; unit: string; total: string; band: string }[];
};

/** The text of a bulletin (通报), in the order of an official document. In Chinese only: it goes to Chinese offices. */
export type Bulletin = {
  title: string;
  addressee: string;
  opening: BulletinParagraph;
  sections: BulletinSection[];
  closing: string;
  tables: BulletinTable[];
  /** For whoever sends it out, and no part of it: how far the evaluators agreed. */
  note: BulletinSentence[];
};

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The bulletin of a published result, as of the moment at which it was signed. Every number comes from a named query. */
export function bulletinOf(facts: BulletinFacts, asOf: string): Bulletin {
  const ask = (name: BulletinQuery['name'], args: Record<string, string> = {}): BulletinSentence[] => {
    const query = { name, args };
    const answer = answerOf(facts, query);
    return answer ? [{ text: sayAnswer(query, answer), query, answer, asOf, hash: answerHash(answer) }] : [];
  };
  const classes = bulletinClasses(facts);
  const numbered = classes.length > 1;
  const sections: [string, BulletinParagraph[]][] = [
    ['更正情况', [paragraph([...ask('correction'), ...ask('corrected')])]],
    [
      '基本情况',
      [
        paragraph([...ask('participation'), ...ask('coverage')]),
        ...classes.map(({ unitClass }) => paragraph(ask('classTotals', { unitClass }))),
      ],
    ],
    [
      '测评结果',
      classes.map(({ unitClass, name }, at) => {
        const sentences = [...ask('classBands', { unitClass }), ...ask('classUnranked', { unitClass })];
        return paragraph(sentences, `${numbered ? `（${NUMERALS[at]}）` : ''}${name}。`);
      }),
    ],
    ['存在问题', [paragraph([...ask('mostLost'), ...ask('deducted')])]],
    [
      '下一步要求',
      [
        paragraph([
          plain('各单位要对照测评结果和得分说明，认真查找不足，逐项落实整改，不断提升结对共建工作水平。'),
        ]),
        paragraph(ask('lowest')),
      ],
    ],
  ];
  return {
    title: `关于${facts.correction ? '更正' : ''}${facts.round.name}结果的通报`,
    addressee: '各结对单位、各新时代文明实践所（站）：',
    opening: paragraph([...ask('period'), plain('现将有关情况通报如下。')]),
    sections: sections
      .map(
        ([heading, paragraphs]) =>
          [heading, paragraphs.filter(({ sentences }) => sentences.length > 0)] as const,
      )
      .filter(([, paragraphs]) => paragraphs.length > 0)
      .map(([heading, paragraphs], at) => ({ heading: `${NUMERALS[at]}、${heading}`, paragraphs })),
    closing: '特此通报。',
    tables: classes.map(({ name, units }) => ({
      title: name,
      rows: units.map((unit) => row(facts.rubric, unit)),
    })),
    note: ask('agreement'),
  };
}

const plain = (text: string): BulletinSentence => ({ text, query: null });

const paragraph = (sentences: BulletinSentence[], lead: string | null = null): BulletinParagraph => ({
  lead,
  sentences,
});

const answerHash = (answer: Answer): string => contentHash(answer);

/** Every sentence of a bulletin, in the order of reading. */
export const sentencesOf = ({ opening, sections, note }: Bulletin): BulletinSentence[] => [
  ...opening.sentences,
  ...sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences)),
  ...note,
];

/** What a sentence's query answers now, where that is not what the sentence says; null while it holds. */
export type StaleSentence = { now: string | null };

/**
 * Whether a sentence still says what its query answers: a later result, other days or other names make it stale. A
 * sentence without a number never is.
 */
export function staleness(sentence: BulletinSentence, now: BulletinFacts): StaleSentence | null {
  if (sentence.query === null) return null;
  const answer = answerOf(now, sentence.query);
  if (answer && answerHash(answer) === sentence.hash) return null;
  return { now: answer && sayAnswer(sentence.query, answer) };
}

function row(rubric: Rubric, unit: UnitOutcome): BulletinTable['rows'][number] {
  const band = bandIn(rubric, unit.unitClass, unit.band);
  return {
    rank: unit.rank === null ? '—' : String(unit.rank),
    unit: unit.name,
    total: unit.score?.shown ?? '—',
    band: band?.label.zh ?? '—',
  };
}
