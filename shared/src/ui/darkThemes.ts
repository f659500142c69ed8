import { teamsDarkTheme, teamsHighContrastTheme } from '@fluentui/react-components';
import { withSeries } from './chartSeries';

/** Fetched only where the host has one of them (`hostThemes.ts`). */
export const darkThemes = {
  dark: withSeries(teamsDarkTheme),
  contrast: withSeries(
    teamsHighContrastTheme,
    teamsHighContrastTheme.colorBrandForegroundLink,
    teamsHighContrastTheme.colorNeutralForegroundDisabled,
  ),
};
