import { teamsLightTheme } from '@fluentui/react-components';
import { withSeries } from './chartSeries';

/** What most people see: the apps begin with it. */
export const lightTheme = withSeries(teamsLightTheme);
