export type Series = 'series1' | 'series2' | 'series3' | 'series4';

/** The colours of a chart's series in the theme that is shown; the last one recedes. */
export const seriesColors = {
  series1: 'var(--series1)',
  series2: 'var(--series2)',
  series3: 'var(--series3)',
  series4: 'var(--series4)',
} satisfies Record<Series, string>;
