import type { ChartName } from '../dashboardView';

/** Every panel, by the word that names it in code and in the names of exported files. */
export type PanelName =
  | ChartName
  | 'active'
  | 'retention'
  | 'groups'
  | 'tasks'
  | 'trust'
  | 'feedback'
  | 'improvements'
  | 'library';
