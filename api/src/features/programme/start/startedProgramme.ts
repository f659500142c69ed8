import { usualCalendar, type ProgrammeDraft } from '@last-mile/shared/programme';
import type { Fields } from '../../../sync/listDefinition';
import { planFields } from '../planFields';
import { calendarFields, programmeFields } from '../programmesList';

/** The columns of the programme that a draft describes; the draft was found to lack nothing (`canStart`). */
export function startedFields(draft: ProgrammeDraft): Fields {
  const { name, groupId, ownerId, deputyIds, sponsorId, startsOn, weeks, timeZone } = draft;
  const { weeklyHours, lighterHours, budget, targets, jobFamilies, workingDays, holidays } = draft;
  const activeRate = targets.find(({ metric }) => metric === 'activeRate');
  const said = { name, groupId, ownerId, sponsorId, startsOn, weeks, timeZone };
  const calendar = { ...usualCalendar, workingDays };
  return {
    ...programmeFields({
      ...whole(said),
      ...{ clientKey: '', channelId: null, jobFamilies, deputyIds: [...new Set(deputyIds)] },
      targetActiveRate: whole({ activeRate }).activeRate.value,
      calendar: { ...calendar, holidays: holidays.map(({ day }) => day) },
    }),
    ...calendarFields({ ...calendar, holidays }),
    ...planFields({
      ...whole({ weeklyHours, lighterHours, budget }),
      targets: targets.map((target) => ({ ...target, baseline: null })),
    }),
  };
}

type Whole<Values> = { [Name in keyof Values]: NonNullable<Values[Name]> };

/** Values of which none is missing. */
function whole<Values extends object>(values: Values): Whole<Values> {
  const missing = Object.entries(values).find(([, value]) => value == null);
  if (missing) throw new Error(`A programme was started without ${missing[0]}.`);
  return values as Whole<Values>;
}
