import { jobTitles } from './departments';
import type { SamplePerson } from './people';
import type { SampleSession } from './practiceSessions';
import type { SampleMoment } from './sampleClock';
import { createDraws } from './seededDraws';
import type { SampleAction } from './usageModel';

/** Somebody who was at a session, and when they did its exercise on a task of their own. */
export interface SampleAttendance {
  readonly person: SamplePerson;
  readonly session: SampleSession;
  readonly checkedIn: SampleMoment;
  /** Null where they did not. */
  readonly practised: SampleMoment | null;
}

const seed = 20_260_308;

/** Weeks in which a session's exercise can be done on a task of one's own. */
const weeksToPractise = 4;
const doingIt = 0.42;

/**
 * Who came and who practised, from a fixed seed and from what people did: nobody is at a session of a
 * week in which they did nothing, and what they did on a task of their own they did while they were at
 * it anyway. So practice makes nobody active who was not.
 */
export function attendanceOf(
  usage: ReadonlyMap<SamplePerson, readonly SampleAction[]>,
  sessions: readonly SampleSession[],
): readonly SampleAttendance[] {
  const draws = createDraws(seed);
  return [...usage].flatMap(([person, actions]) => {
    const family = jobTitles[person.user.jobTitle ?? ''];
    const weeks = new Set(actions.map(({ week }) => week));
    return sessions
      .filter(({ jobFamily }) => jobFamily === family)
      .flatMap((session): SampleAttendance[] => {
        const { starts, pull } = session;
        const [comes, late, does] = [draws.share(), draws.whole(12), draws.share()];
        if (!weeks.has(starts.week) || comes > pull) return [];
        const checkedIn = { ...starts, minute: starts.minute + late };
        const next = does < doingIt ? nextAfter(session, actions) : undefined;
        const practised = next ? { ...next, minute: next.minute + 6 } : null;
        return [{ person, session, checkedIn, practised }];
      });
  });
}

/** The first thing somebody did once a session was over and its exercise could still be done. */
function nextAfter({ starts, minutes }: SampleSession, actions: readonly SampleAction[]) {
  const over = placeOf({ ...starts, minute: starts.minute + minutes });
  const closes = placeOf({ ...starts, week: starts.week + weeksToPractise });
  const [next] = actions
    .filter((action) => placeOf(action) > over && placeOf(action) + 6 <= closes)
    .sort((one, other) => placeOf(one) - placeOf(other));
  return next && { week: next.week, weekday: next.weekday, minute: next.minute };
}

const placeOf = ({ week, weekday, minute }: SampleMoment) =>
  (7 * week + weekday) * 24 * 60 + minute;
