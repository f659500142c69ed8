import type { Theme } from '@fluentui/react-components';
import type { Series } from './seriesColors';

/** A theme of Fluent with the colours of our charts. */
export type ThemeTokens = Theme & Record<Series, string>;

/**
 * What a theme of the host draws the series of a chart in: at least 3 : 1 against the page. Fluent's own
 * palette is all white in the contrast theme, so there the few colours it has are told apart (`second`
 * and `third`).
 */
export function withSeries(theme: Theme, second?: string, third?: string): ThemeTokens {
  return {
    ...theme,
    series1: theme.colorCompoundBrandForeground1,
    series2: second ?? theme.colorPaletteTealBorderActive,
    series3: third ?? theme.colorPaletteMarigoldForeground2,
    series4: theme.colorNeutralForeground3,
  };
}
