import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';

/** Entra accepts, and the API grants, five minutes; more than that breaks every sign-in. */
const mostMs = 5 * 60_000;

/** How far our clock goes ahead (or, below zero, behind) of another. */
function judgeClock(whose: string, aheadMs: number | null): Finding {
  if (aheadMs === null) {
    return couldNotCheck(
      `${whose} did not say the time`,
      'tokens are refused where clocks differ by more than five minutes',
      'Compare the clock of the machine by hand: date -u, and https://time.is',
    );
  }
  const seconds = Math.max(1, Math.round(Math.abs(aheadMs) / 1000));
  const difference = `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  if (Math.abs(aheadMs) <= mostMs) return ok(`within ${difference} of ${whose}`);
  return problem(
    `our clock is ${difference} ${aheadMs > 0 ? 'ahead of' : 'behind'} ${whose}`,
    'tokens count as expired or not yet valid: nobody gets in',
    'Set the clock of the machine by NTP (timedatectl set-ntp true), then restart the API.',
  );
}

export const clockChecks: readonly Check<Ground>[] = [
  {
    id: 'clock.entra',
    title: 'Clock against Entra',
    async look({ roles, clocks }) {
      await roles.result().catch(() => undefined);
      return judgeClock('Entra', clocks.aheadOf('login.microsoftonline.com'));
    },
  },
  {
    id: 'clock.graph',
    title: 'Clock against Graph',
    async look({ sharePointSite, clocks }) {
      await sharePointSite.result().catch(() => undefined);
      return judgeClock('Graph', clocks.aheadOf('graph.microsoft.com'));
    },
  },
  {
    id: 'clock.database',
    title: 'Clock against the database',
    async look({ database }) {
      const { at, heardAt } = await database.needed();
      return judgeClock('the database', heardAt.getTime() - at.getTime());
    },
  },
];
