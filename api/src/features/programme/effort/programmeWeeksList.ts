import { saveEffortRequest, type SaveEffortRequest } from '@last-mile/shared/programme';
import { v5 } from 'uuid';
import type { Fields, ListDefinition } from '../../../sync/listDefinition';

/** The ProgrammeWeeks list: hours and spend of each week of a programme, as its champions wrote them down. */
export const programmeWeeksList: ListDefinition = {
  name: 'ProgrammeWeeks',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
    // The week's Monday.
    { name: 'Week', type: 'text', displayName: 'Week (its Monday)', indexed: true },
    { name: 'Hours', type: 'number' },
    { name: 'Spend', type: 'number' },
    { name: 'Note', type: 'multilineText' },
  ],
};

/** Keys in this space are weeks of programmes. */
const weeksOfProgrammes = '7f0d3f2a-61c0-5e43-9a0f-51b60e8c2d57';

/** A programme has one item for each week: two people who write the same one down meet there. */
export const weekKey = (programmeKey: string, week: string): string =>
  v5(`${programmeKey} ${week}`, weeksOfProgrammes);

/** A week that was written down. */
export interface WeekRecord extends Omit<SaveEffortRequest, 'eTag'> {
  readonly programmeKey: string;
}

export function weekFields({ programmeKey, week, hours, spend, note }: WeekRecord): Fields {
  return {
    Title: `Week of ${week}`,
    ProgrammeKey: programmeKey,
    Week: week,
    Hours: hours,
    Spend: spend,
    Note: note,
  };
}

/** The week in an item; null where somebody left it in a state that says no hours and spend. */
export function toWeek(fields: Fields): WeekRecord | null {
  const programmeKey = fields['ProgrammeKey'];
  const read = saveEffortRequest.safeParse({
    ...{ eTag: null, week: fields['Week'], hours: fields['Hours'], spend: fields['Spend'] },
    note: fields['Note'] ?? null,
  });
  if (typeof programmeKey !== 'string' || !read.success) return null;
  const { week, hours, spend, note } = read.data;
  return { programmeKey, week, hours, spend, note };
}
