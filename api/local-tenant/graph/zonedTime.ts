import { badRequest } from './graphFailure';

/** Windows' names of some zones, as Outlook writes them; IANA names are taken as they are. */
const windowsZones: Readonly<Record<string, string>> = {
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'GMT Standard Time': 'Europe/London',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Pacific Standard Time': 'America/Los_Angeles',
};

/** The instant at which clocks in a zone show a local time; throws the refusal of a zone nobody knows. */
export function zonedInstant(localTime: string, timeZone: string): Date {
  const wanted = Date.parse(`${localTime.slice(0, 19)}Z`);
  const zone = windowsZones[timeZone] ?? timeZone;
  // The offset at the first guess is the right one, but for the hours around a change of clocks.
  const first = wanted - offsetAt(wanted, zone);
  return new Date(wanted - offsetAt(first, zone));
}

/** Milliseconds by which clocks in a zone are ahead of Greenwich. */
function offsetAt(instant: number, zone: string): number {
  const parts = formatIn(zone).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const shown = Date.UTC(
    ...([part('year'), part('month') - 1, part('day')] as const),
    ...([part('hour'), part('minute'), part('second')] as const),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' },
    });
  } catch {
    throw badRequest(`A valid time zone was expected, and not '${timeZone}'.`);
  }
}

/** As Graph writes a time in UTC, where no other zone is preferred. */
export function toUtcTime(at: Date): { dateTime: string; timeZone: 'UTC' } {
  return { dateTime: `${at.toISOString().slice(0, 19)}.0000000`, timeZone: 'UTC' };
}
