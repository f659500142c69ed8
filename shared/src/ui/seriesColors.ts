import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';

type Series = 'series1' | 'series2' | 'series3' | 'series4';

/**
 * What each theme of the host draws the series of a chart in: at least 3 : 1 against the page. Fluent's
 * own palette is all white in the contrast theme, so there the few colours it has are told apart.
 */
export const seriesOfTheme = {
  default: {
    series1: teamsLightTheme.colorCompoundBrandForeground1,
    series2: teamsLightTheme.colorPaletteTealBorderActive,
    series3: teamsLightTheme.colorPaletteMarigoldForeground2,
    series4: teamsLightTheme.colorNeutralForeground3,
  },
  dark: {
    series1: teamsDarkTheme.colorCompoundBrandForeground1,
    series2: teamsDarkTheme.colorPaletteTealBorderActive,
    series3: teamsDarkTheme.colorPaletteMarigoldForeground2,
    series4: teamsDarkTheme.colorNeutralForeground3,
  },
  contrast: {
    series1: teamsHighContrastTheme.colorCompoundBrandForeground1,
    series2: teamsHighContrastTheme.colorBrandForegroundLink,
    series3: teamsHighContrastTheme.colorNeutralForegroundDisabled,
    series4: teamsHighContrastTheme.colorNeutralForeground3,
  },
} satisfies Record<string, Record<Series, string>>;

/** The colours of a chart's series in the theme that is shown; the last one recedes. */
export const seriesColors = {
  series1: 'var(--series1)',
  series2: 'var(--series2)',
  series3: 'var(--series3)',
  series4: 'var(--series4)',
} satisfies Record<Series, string>;
