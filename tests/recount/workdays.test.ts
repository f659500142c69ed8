import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorkingDay } from '@last-mile/shared/feedback';
import { toProgramme } from '../../api/src/features/programme/programmesList';
import { plus } from './calendar';
import { workdaysOf } from './workdays';

const day = fc.nat(60).map((days) => plus('2026-01-01', days));
const weekday = fc.constantFrom(
  ...['Monday', 'Tue', 'WEDNESDAY', 'thu.', 'Fr', 'Sat', 'su', 'Dienstag', 'Mi', 'do', 'Sonntag'],
  ...['X', 'Mon-Fri', '', '5'],
);
const line = fc.oneof(
  day,
  day.map((each) => `  ${each}   New Year, again`),
  day.map((each) => `${each.slice(8)}.${each.slice(5, 7)}.${each.slice(0, 4)} Feiertag`),
  fc.constantFrom('Christmas 2026-01-05', '1/2/2026', '2026-1-5', ''),
);

test('recount and product read the same days off, whatever stands in the columns', () => {
  const separators = fc.constantFrom('\n', ', ', ';', ' ');
  fc.assert(
    fc.property(fc.array(weekday), separators, fc.array(line), (weekdays, separator, lines) => {
      const fields = { WorkingDays: weekdays.join(separator), Holidays: lines.join('\r\n') };
      const programme = toProgramme('00000000-0000-4000-8000-000000000001', {
        ...{ Title: 'T', OwnerId: 'o', SponsorId: 's', GroupId: 'g', StartsOn: '2026-01-05' },
        ...{ Weeks: 8, TargetActiveRate: 0.5, TimeZone: 'Europe/Berlin', ...fields },
      });
      if (!programme) throw new Error('This is a programme.');
      const isWorkday = workdaysOf(fields);
      for (let at = '2026-01-01'; at < '2026-03-10'; at = plus(at, 1)) {
        expect([at, isWorkday(at)]).toEqual([at, isWorkingDay(at, programme.calendar)]);
      }
    }),
  );
});
