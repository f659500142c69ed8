import { texts } from '../texts';

/** Words of the list of the programme's pages. */
export const programmeAreaTexts = texts('programmeArea', {
  pages: 'Programme',
  programmeWeek: 'Your week',
  programmePlan: 'Plan',
  workflows: 'Tasks',
  practice: 'Practice',
  coaching: 'People to talk to',
  checkpoints: 'Checkpoints',
  programmePast: 'Side by side',
  me: 'Your data',
  meSubtitle: 'To see, to keep and to have erased.',
  peopleData: 'Data about a person',
  auditTrail: 'Audit trail',
  deliveries: 'On the way to SharePoint',
  back: 'Back',
});
