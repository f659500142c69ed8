import type { PracticeSession, ShownSession } from '@last-mile/shared/practice';

/** Whether a session has ended. */
export const isOver = (
  { startsAt, minutes }: Pick<PracticeSession, 'startsAt' | 'minutes'>,
  now: number,
): boolean => Date.parse(startsAt) + minutes * 60_000 <= now;

/** The first session that takes place and is not over, of the person's own job family before all others. */
export function nextOf(
  sessions: readonly ShownSession[],
  jobFamily: string | null,
  now: number,
): ShownSession | undefined {
  const ahead = sessions.filter(
    ({ session }) => session.cancelledAt === null && !isOver(session, now),
  );
  const isOwn = ({ session }: ShownSession) =>
    session.jobFamily === null || session.jobFamily === jobFamily;
  return ahead.find(isOwn) ?? ahead[0];
}
