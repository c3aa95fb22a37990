import { indicatorsOf, type Rubric, roleOf } from '../rubric';
import type { Book, BookUnit } from './book';
import { type Cell, numberOf, numberOrNull } from './cell';

/** What was published of a unit, in the places in which the units' sheet computes it. */
export function publishedRow(book: Book, { outcome }: BookUnit): Cell[] {
  const head: Cell[] = [outcome.name, book.classWords(outcome.unitClass)];
  const { score } = outcome;
  if (!score) return head;
  const { rubric } = book;
  return [
    ...head,
    ...rubric.sources.map(({ code }) => numberOrNull(score.sources[code])),
    numberOrNull(score.composite),
    numberOrNull(score.rawMean),
    numberOf(score.bonus),
    numberOf(score.penalty),
    score.vetoes.length,
    numberOrNull(score.total),
    score.raters,
    numberOrNull(score.coverage.percent),
    ...indicatorValues(rubric, score),
    ...rubric.dimensions.map(({ code }) =>
      numberOrNull(score.dimensionTotals.find((one) => one.code === code)?.value),
    ),
  ];
}

const indicatorValues = (rubric: Rubric, score: NonNullable<BookUnit['outcome']['score']>): Cell[] =>
  indicatorsOf(rubric).map(({ indicator }) =>
    roleOf(indicator) === 'veto'
      ? Number(score.vetoes.some(({ code }) => code === indicator.code))
      : numberOrNull(score.indicators[indicator.code]),
  );
