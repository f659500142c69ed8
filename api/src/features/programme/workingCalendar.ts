import { issueAt } from '@last-mile/shared/issue';
import {
  weekdays,
  type Programme,
  type SaveWorkingCalendarRequest,
  type WorkingCalendarResponse,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { InvalidRequest } from '../../http/refusals';
import type { StoredItem } from '../../sync/storedItem';
import type { ProgrammeItem } from './programmeItem';
import { calendarFields, toNamedCalendar, type NamedCalendar } from './programmesList';

/** The days a programme works on, and how many of them a first response may take (design 2.4). */
export interface ProgrammeCalendar {
  read(programme: Programme): Promise<WorkingCalendarResponse>;
  /** Writes it to SharePoint if it is still as it was read; throws Conflict. What is due stays due. */
  save(
    programme: Programme,
    request: SaveWorkingCalendarRequest,
    user: User,
  ): Promise<WorkingCalendarResponse>;
}

export function createWorkingCalendar(item: ProgrammeItem): ProgrammeCalendar {
  const answer = ({ eTag, fields }: StoredItem): WorkingCalendarResponse => ({
    eTag: eTag ?? '',
    ...toNamedCalendar(fields),
  });

  return {
    read: async (programme) => answer(await item.read(programme)),

    async save(programme, { eTag, ...wanted }, user) {
      const calendar = inOrder(wanted);
      const saved = await item.save(
        {
          ...{ programme, eTag, user },
          fields: calendarFields(calendar),
          action: 'programme.calendarSet',
          details: {
            workingDays: calendar.workingDays.join(' '),
            holidays: calendar.holidays.length,
            responseDays: calendar.responseDays,
            unsafeResponseDays: calendar.unsafeResponseDays,
          },
        },
        answer,
      );
      return answer(saved);
    },
  };
}

/** Earliest first. A day that is named twice is refused: nobody could tell which name was meant. */
function inOrder(calendar: NamedCalendar): NamedCalendar {
  const seen = new Set<string>();
  const issues = calendar.holidays.flatMap(({ day }, index) => {
    const isTwice = seen.has(day);
    seen.add(day);
    return isTwice ? [issueAt(`holidays.${index}.day`, 'namedTwice')] : [];
  });
  if (issues.length > 0) throw new InvalidRequest(issues);
  return {
    ...calendar,
    workingDays: weekdays.filter((each) => calendar.workingDays.includes(each)),
    holidays: calendar.holidays.toSorted((one, other) => one.day.localeCompare(other.day)),
  };
}
