import { feedbackFormGerman, ownFeedbackGerman, uiGerman } from '@last-mile/shared/german';
import { activeGerman } from './figures/activeTexts.de';
import { dashboardGerman } from '../features/adoption/dashboardTexts.de';
import { draftingGerman } from './figures/draftingTexts.de';
import { exportGerman } from '../features/adoption/export/exportTexts.de';
import { groupsGerman } from '../features/adoption/groups/groupsTexts.de';
import { habitGerman } from './figures/habitTexts.de';
import { healthGerman } from './figures/healthTexts.de';
import { lifecycleGerman } from '../features/adoption/lifecycle/lifecycleTexts.de';
import { needsGerman } from '../features/adoption/needsYou/needsTexts.de';
import { panelGerman } from '../features/adoption/panel/panelTexts.de';
import { heatGerman } from '../features/adoption/paragraphHeat/heatTexts.de';
import { peopleAndDataGerman } from '../features/adoption/peopleAndData/peopleAndDataTexts.de';
import { retentionGerman } from '../features/adoption/retention/retentionTexts.de';
import { startGerman } from '../features/adoption/start/startTexts.de';
import { surfacesGerman } from '../features/adoption/surfaces/surfacesTexts.de';
import { tasksGerman } from '../features/adoption/tasks/tasksTexts.de';
import { trustGerman } from './figures/trustTexts.de';
import { weeksGerman } from '../features/adoption/weeks/weeksTexts.de';
import { coachingGerman } from '../features/coaching/coachingTexts.de';
import { checkpointsGerman } from '../features/checkpoints/checkpointsTexts.de';
import { casesGerman } from '../features/feedback/cases/casesTexts.de';
import { feedbackGerman } from '../features/feedback/feedbackTexts.de';
import { overviewGerman } from '../features/feedback/overview/overviewTexts.de';
import { suggestionsGerman } from '../features/feedback/suggestions/suggestionsTexts.de';
import { queueGerman } from '../features/feedback/queue/queueTexts.de';
import { triageGerman } from '../features/feedback/triage/triageTexts.de';
import { copyGerman } from '../features/library/copying/copyTexts.de';
import { libraryExportGerman } from '../features/library/exporting/exportTexts.de';
import { importGerman } from '../features/library/importing/importTexts.de';
import { starterGerman } from '../features/library/importing/starterTexts.de';
import { lifeGerman } from '../features/library/lifeTexts.de';
import { libraryGerman } from '../features/library/libraryTexts.de';
import { settingsGerman } from '../features/library/settings/settingsTexts.de';
import { sessionGerman } from '../features/library/sessions/sessionTexts.de';
import { standardsGerman } from '../features/library/standards/standardTexts.de';
import { variantGerman } from '../features/library/variants/variantTexts.de';
import { auditGerman } from '../features/operations/audit/auditTexts.de';
import { deliveriesGerman } from '../features/operations/deliveries/deliveriesTexts.de';
import { adminsOnlyGerman } from './adminsOnlyTexts.de';
import { practiceGerman } from '../features/practice/practiceTexts.de';
import { ownDataGerman } from '../features/privacy/ownData/ownDataTexts.de';
import { peopleDataGerman } from '../features/privacy/peopleData/peopleDataTexts.de';
import { noticeGerman } from '../features/privacy/notice/noticeTexts.de';
import { calendarGerman } from '../features/programme/calendar/calendarTexts.de';
import { endingGerman } from '../features/programme/ending/endingTexts.de';
import { effortGerman } from '../features/programme/effort/effortTexts.de';
import { siteOwnerMessageGerman } from '../features/programme/siteOwnerMessage/siteOwnerMessageTexts.de';
import { planGerman } from '../features/programme/plan/planTexts.de';
import { directoryGerman } from '../features/programme/start/directoryTexts.de';
import { guidedStartGerman } from '../features/programme/start/guidedStartTexts.de';
import { targetFieldsGerman } from '../features/programme/targets/targetFieldTexts.de';
import { targetsGerman } from '../features/programme/targets/targetTexts.de';
import { programmeGerman } from '../features/programme/programmeTexts.de';
import { timingGerman } from '../features/workflows/timing/timingTexts.de';
import { weekGerman } from '../features/programme/week/weekTexts.de';
import { workflowsGerman } from '../features/workflows/workflowsTexts.de';
import { appGerman } from './appTexts.de';
import { programmeAreaGerman } from './programme/programmeAreaTexts.de';
import { figuresGerman } from './figures/figureTexts.de';
import { peopleGerman } from './people/peopleTexts.de';
import { savingGerman } from './savingTexts.de';
import type { TextsName } from './texts';

/** The tab in German, fetched only where the host speaks it. */
export const german = {
  ui: uiGerman,
  feedbackForm: feedbackFormGerman,
  ownFeedback: ownFeedbackGerman,
  app: appGerman,
  active: activeGerman,
  coaching: coachingGerman,
  dashboard: dashboardGerman,
  drafting: draftingGerman,
  export: exportGerman,
  groups: groupsGerman,
  habit: habitGerman,
  health: healthGerman,
  heat: heatGerman,
  lifecycle: lifecycleGerman,
  needs: needsGerman,
  notice: noticeGerman,
  ownData: ownDataGerman,
  panel: panelGerman,
  people: peopleGerman,
  peopleAndData: peopleAndDataGerman,
  peopleData: peopleDataGerman,
  audit: auditGerman,
  deliveries: deliveriesGerman,
  adminsOnly: adminsOnlyGerman,
  practice: practiceGerman,
  retention: retentionGerman,
  saving: savingGerman,
  start: startGerman,
  surfaces: surfacesGerman,
  tasks: tasksGerman,
  timing: timingGerman,
  trust: trustGerman,
  weeks: weeksGerman,
  feedback: feedbackGerman,
  feedbackCases: casesGerman,
  feedbackOverview: overviewGerman,
  suggestions: suggestionsGerman,
  feedbackQueue: queueGerman,
  feedbackTriage: triageGerman,
  figures: figuresGerman,
  library: libraryGerman,
  libraryExport: libraryExportGerman,
  libraryCopy: copyGerman,
  libraryImport: importGerman,
  libraryLife: lifeGerman,
  librarySessions: sessionGerman,
  librarySettings: settingsGerman,
  libraryStandards: standardsGerman,
  libraryStarter: starterGerman,
  libraryVariants: variantGerman,
  calendar: calendarGerman,
  effort: effortGerman,
  ending: endingGerman,
  checkpoints: checkpointsGerman,
  programme: programmeGerman,
  directory: directoryGerman,
  guidedStart: guidedStartGerman,
  programmePlan: planGerman,
  programmeSiteOwnerMessage: siteOwnerMessageGerman,
  targets: targetsGerman,
  targetFields: targetFieldsGerman,
  programmeArea: programmeAreaGerman,
  week: weekGerman,
  workflows: workflowsGerman,
} satisfies Record<TextsName | 'ui' | 'feedbackForm' | 'ownFeedback', object>;
