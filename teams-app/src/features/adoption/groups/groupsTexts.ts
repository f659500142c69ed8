import { texts } from '../../../app/texts';
import type { Grouping } from '../dashboardView';

/** Words of the groups. Figures come in written. */
export const groupsTexts = texts('groups', {
  title: 'By department or job family',
  definition: (smallest: number) =>
    `The share of active people in the last closed week, lowest first; a week is closed on the Thursday after it. Department and job family are two divisions of the same people; they are never crossed. A group of fewer than ${String(smallest)} people is hidden, and so is the next smallest when the hidden one could be worked out; a small group says only whether half or more were active. The change is in percentage points since the week before the programme; one that fewer than ${String(smallest)} people could have made counts as the same.`,
  by: 'Divide people by',
  groupings: { department: 'Department', jobFamily: 'Job family' } satisfies Record<
    Grouping,
    string
  >,
  editJobFamilies: 'Edit job families',
  captions: {
    department: 'Active people by department',
    jobFamily: 'Active people by job family',
  } satisfies Record<Grouping, string>,
  summary: (lowest: string, low: string, highest: string, high: string) =>
    `Lowest in the last closed week: ${lowest} with ${low}. Highest: ${highest} with ${high}.`,
  summaryOne: (name: string, share: string) => `Last closed week, ${name}: ${share}.`,
  summaryNone: 'No group’s figure may be shown for the last closed week.',
  none: {
    department: 'No departments are known yet. They come from Microsoft Entra ID.',
    jobFamily: 'No job families are known yet. A champion maps job titles to them.',
  } satisfies Record<Grouping, string>,
  columnLastWeek: 'Last closed week',
  columnTrend: 'Trend',
  columnBefore: 'Before the programme',
  columnChange: 'Change',
  same: 'Same',
});
