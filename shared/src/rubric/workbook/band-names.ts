import type { Rubric } from '../schema';

/** The rubric with the bands that vetoes name in words (等次=合格) by their codes; an unknown one stays as it is. */
export function namedBands(rubric: Rubric): Rubric {
  const bands = [...rubric.bands, ...Object.values(rubric.bandsByClass).flat()];
  const codeOf = (named: string) =>
    bands.some(({ code }) => code === named)
      ? named
      : (bands.find(({ label }) => label.zh === named)?.code ?? named);
  return {
    ...rubric,
    dimensions: rubric.dimensions.map((dimension) => ({
      ...dimension,
      indicators: dimension.indicators.map((indicator) => {
        const { item } = indicator;
        if (item.kind !== 'veto' || item.band === undefined) return indicator;
        return { ...indicator, item: { ...item, band: codeOf(item.band) } };
      }),
    })),
  };
}
