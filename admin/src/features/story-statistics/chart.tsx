import { COUNT_WORDS, drawnCounts } from '@jiedui/shared/story';
import { useEffect, useMemo, useRef } from 'react';
import { useWords } from '../../providers/i18n';
import { usePhone } from '../../ui/use-phone';
import type { Statistics } from './statistics-data';

const MOST_BARS = 12;
const MOST_ON_PHONE = 6;

/** The first rows of the table as bars; the numbers stand in the table under it. */
export function StatisticsChart({ statistics }: { statistics: Statistics }) {
  const { say } = useWords();
  const phone = usePhone();
  const box = useRef<HTMLDivElement>(null);
  const drawn = useMemo(() => {
    const { by, rows } = statistics;
    const counts = drawnCounts(by);
    const told = rows.filter((row) => counts.some((count) => (row.counts[count] ?? 0) > 0));
    const top = told.slice(0, phone ? MOST_ON_PHONE : MOST_BARS);
    return {
      names: top.map(({ name }) => name),
      series: counts.map((count) => ({
        name: say(COUNT_WORDS[count]),
        data: top.map((row) => row.counts[count] ?? 0),
      })),
    };
  }, [statistics, say, phone]);
  useEffect(() => {
    let closed = false;
    let close = () => {};
    // The chart library is large and few screens need it.
    void import('./grouped-bars').then(({ drawGroupedBars }) => {
      if (!closed && box.current) close = drawGroupedBars(box.current, drawn);
    });
    return () => {
      closed = true;
      close();
    };
  }, [drawn]);
  if (drawn.names.length === 0) return null;
  return <div ref={box} className="story-chart" aria-hidden />;
}
