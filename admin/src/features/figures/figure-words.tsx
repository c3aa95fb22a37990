import { entryFigure, entryInterval, figureWords, responseRate } from '@jiedui/shared/metric';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { entryOf } from './figure-fields';

const PLACES = 1;

/** A figure as it counts: with its interval and how many have answered, or why it counts for nothing. */
export function FigureWords({ row }: { row: Row }) {
  const { say } = useWords();
  const entry = entryOf(row);
  const [interval, answered] = [entryInterval(entry), responseRate(entry)];
  return (
    <>
      <strong className="nowrap">{say(figureWords(entry.metric, entryFigure(entry)))}</strong>{' '}
      {interval && (
        <span className="muted nowrap">
          {say({ zh: '95%区间 ', en: '95% interval ' })}
          {interval.low.toFixed(PLACES)}–{interval.high.toFixed(PLACES)}%
        </span>
      )}{' '}
      {answered !== null && (
        <span className="muted nowrap">
          {say({ zh: '回收率 ', en: 'answered ' })}
          {answered.toFixed(PLACES)}%
        </span>
      )}
    </>
  );
}
