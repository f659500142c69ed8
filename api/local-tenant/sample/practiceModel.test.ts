import { describe, expect, test } from 'vitest';
import { canSayPractised, gapsOfSession, saveSessionRequest } from '@last-mile/shared/practice';
import { jobFamilies, jobTitles } from './departments';
import { createUsage } from './fillUsage';
import { isThereIn, type SamplePerson } from './people';
import { attendanceOf, type SampleAttendance } from './practiceModel';
import { sampleSessions, startOf } from './practiceSessions';
import { instantOf } from './sampleClock';
import { workflows } from './workflows';

const startsOn = '2026-08-31';
const usage = createUsage();
const attendance = attendanceOf(usage.actions, sampleSessions);
const familyOf = ({ user }: SamplePerson) => jobTitles[user.jobTitle ?? ''];
const mapped = new Set(workflows.map(({ clientKey }) => clientKey));

describe('the sessions of the sample', () => {
  test('are weekly for each job family in eight weeks, and every second week after', () => {
    for (const { id } of jobFamilies) {
      const weeks = sampleSessions
        .filter(({ jobFamily }) => jobFamily === id)
        .map(({ starts }) => starts.week);
      expect(weeks.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      const later = weeks.slice(8);
      expect(later.length).toBeGreaterThanOrEqual(3);
      expect(later).toEqual(later.map((_, index) => (later[0] ?? 0) + 2 * index));
    }
  });

  test('are what the product takes, each on a mapped task of its family', () => {
    for (const session of sampleSessions) {
      const { clientKey, title, jobFamily, workflowKey, scenario, exercise, minutes } = session;
      const { error } = saveSessionRequest.safeParse({
        ...{ clientKey, eTag: null, title, jobFamily, workflowKey, scenario, exercise, minutes },
        startsAt: startOf(session, startsOn),
      });
      expect(error).toBeUndefined();
      const task = workflows.find(({ clientKey }) => clientKey === session.workflowKey);
      expect(task?.jobFamily).toBe(session.jobFamily);
    }
  });

  test('are prepared, but for one of the two that are to come in the week after', () => {
    const gaps = sampleSessions.map((session) => ({
      week: session.starts.week,
      gaps: gapsOfSession(
        {
          ...{ ...session, eTag: null, cancelledAt: null },
          startsAt: startOf(session, startsOn),
        },
        mapped,
      ),
    }));
    const ahead = gaps.filter(({ week }) => week === 14);
    expect(ahead.map((each) => each.gaps)).toEqual([[], ['noScenario', 'noExercise', 'noPlace']]);
    for (const each of gaps) if (each.week < 14) expect(each.gaps).toEqual([]);
  });
});

describe('who came to them', () => {
  const within = (pick: (each: SampleAttendance) => number | undefined, last: number) =>
    new Set(
      attendance
        .filter((each) => {
          const week = pick(each) ?? NaN;
          return week > last - 4 && week <= last;
        })
        .map(({ person }) => person),
    );
  const came = (last: number) => within(({ checkedIn }) => checkedIn.week, last);
  const practised = (last: number) => within(({ practised: when }) => when?.week, last);

  test('did something in that week anyway, and so where they practised', () => {
    expect(attendance.length).toBeGreaterThan(1_000);
    for (const { person, session, checkedIn, practised: when } of attendance) {
      const weeks = new Set(usage.actions.get(person)?.map(({ week }) => week));
      expect(familyOf(person)).toBe(session.jobFamily);
      expect(isThereIn(person, checkedIn.week)).toBe(true);
      expect(weeks).toContain(checkedIn.week);
      if (when === null) continue;
      expect(weeks).toContain(when.week);
      const said = new Date(instantOf(when, startsOn));
      expect(Date.parse(startOf(session, startsOn))).toBeLessThan(said.getTime());
      const timed = { startsAt: startOf(session, startsOn) };
      expect(canSayPractised(timed, true, said)).toEqual({ allowed: true });
    }
  });

  test.each(jobFamilies)('grows to six in ten of $name within four weeks', ({ id }) => {
    const shareAt = (last: number) => {
      const there = usage.people.filter(
        (person) => familyOf(person) === id && isThereIn(person, last),
      );
      return there.filter((person) => came(last).has(person)).length / there.length;
    };
    expect(shareAt(3)).toBeLessThan(shareAt(7));
    expect(shareAt(7)).toBeLessThan(shareAt(11));
    for (const last of [11, 12]) {
      expect(shareAt(last)).toBeGreaterThan(0.55);
      expect(shareAt(last)).toBeLessThan(0.66);
    }
  });

  test('about half of them practised', () => {
    for (const last of [11, 12]) {
      const share = practised(last).size / came(last).size;
      expect(share).toBeGreaterThan(0.45);
      expect(share).toBeLessThan(0.55);
    }
  });

  test('is the same on every day', () => {
    expect(attendanceOf(usage.actions, sampleSessions)).toEqual(attendance);
  });
});
