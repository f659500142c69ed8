import { activeReport } from './activeRate/activeReport';
import { draftingReport } from './draftingTime/draftingReport';
import { groupsReport } from './groups/groupsReport';
import { habitReport } from './habit/habitReport';
import { feedbackReport, improvementsReport, libraryReport } from './health/healthReports';
import { lifecycleReport } from './lifecycle/lifecycleReport';
import type { PanelName } from './panel/panelName';
import type { Report } from './panel/report';
import type { Shown } from './panel/shown';
import { retentionReport } from './retention/retentionReport';
import { surfacesReport } from './surfaces/surfacesReport';
import { tasksReport } from './tasks/tasksReport';
import { trustReport } from './trust/trustReport';
import { weeksReport } from './weeks/weeksReport';

/** What each panel says, in the order of the page; the tables and every export are made of it. */
export const reports: Readonly<Record<PanelName, (shown: Shown) => Report>> = {
  active: activeReport,
  drafting: draftingReport,
  weeks: weeksReport,
  lifecycle: lifecycleReport,
  retention: retentionReport,
  habit: habitReport,
  groups: groupsReport,
  surfaces: surfacesReport,
  tasks: tasksReport,
  trust: trustReport,
  feedback: feedbackReport,
  improvements: improvementsReport,
  library: libraryReport,
};
