import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { expect } from 'vitest';
import {
  dashboardResponse,
  eventsReceipt,
  mondayOf,
  type DashboardResponse,
  type MappedTask,
} from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import { usualCalendar, type Programme } from '@last-mile/shared/programme';
import type { Role } from '@last-mile/shared/user';
import type { Database } from '../../../db/database';
import type { AppEnv } from '../../../http/appEnv';
import { answerProblem } from '../../../http/errors';
import { adoptionRoutes } from '../adoptionRoutes';
import { createDashboard } from '../dashboard';
import { createSubjectLinks } from '../facts/subjectLinks';
import { createPersonDigest } from '../facts/subjects';
import { createUsageStore } from '../facts/usageStore';
import { nothingBeside } from '../noHealth';
import { endMemberships, rememberErased } from '../people/eraseSubject';
import { createMembershipStore } from '../people/membershipStore';

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
export const firstMonday = '2026-10-12';
const digest = createPersonDigest('a key for tests, 32 characters or more');

/** Where somebody is in the organisation. */
export interface Place {
  readonly department: string;
  readonly jobFamily: string;
}

export type AttackedOrganisation = Awaited<ReturnType<typeof createOrganisation>>;

/** A small organisation for tests, which is sent to and asked through the door, at a clock of its own. */
export async function createOrganisation(
  database: Database,
  places: readonly Place[],
  tasks: readonly MappedTask[] = [],
) {
  const programme: Programme = {
    ...{ clientKey: randomUUID(), name: 'Everyday AI', ownerId: randomUUID(), deputyIds: [] },
    ...{ sponsorId: randomUUID(), groupId: randomUUID(), channelId: null },
    ...{ startsOn: firstMonday, weeks: 8, targetActiveRate: 0.6, timeZone: 'Europe/Berlin' },
    calendar: usualCalendar,
    jobFamilies: [],
  };
  const clock = { now: new Date(`${firstMonday}T12:00:00Z`) };
  let version = 0;
  const usage = createUsageStore(database, digest, () => (version += 1));
  const membership = createMembershipStore(database, tenantId, digest);
  const dashboard = createDashboard({
    ...nothingBeside,
    database,
    tasks: () => Promise.resolve(tasks),
    versions: () => ({ usage: String(version), library: '1', feedback: '1' }),
  });
  const members = new Map(
    places.map((each, index) => [index, { userId: randomUUID(), place: each }]),
  );
  const userIds = [...members.values()].map(({ userId }) => userId);
  const links = createSubjectLinks(database, digest);
  /** Who each subject is, or was before an erasure. */
  const people = new Map<string, number>();
  const settle = async (day: string) => {
    await membership.replace(
      programme.clientKey,
      [...members.values()].map(({ userId, place }) => ({ userId, ...place })),
      day,
    );
    for (const [index, { userId }] of members) {
      people.set((await links.find({ tenantId, userId })) ?? '', index);
    }
    version += 1;
  };
  await settle(addDays(firstMonday, -7));

  const appFor = (userId: string, roles: readonly Role[] = []) =>
    new Hono<AppEnv>()
      .use(async (c, next) => {
        c.set('user', { tenantId, userId, roles });
        c.set('programme', programme);
        await next();
      })
      .route('/api', adoptionRoutes({ usage, dashboard, now: () => clock.now }))
      .onError(answerProblem());

  async function ask(userId: string, role: Role, query = '') {
    const path = `/api/adoption/dashboard${query}`;
    const response = await appFor(userId, [role]).request(path);
    expect(response.status).toBe(200);
    return dashboardResponse.parse(await response.json());
  }

  return {
    programmeKey: programme.clientKey,
    clock,
    /** How many people there are or were. */
    size: userIds.length,

    /** Sends what somebody's device has; answers how much of it was new. */
    async send(index: number, events: readonly object[]): Promise<number> {
      const response = await appFor(userIds[index] ?? '').request('/api/events', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          events: events.map((event) => ({ clientKey: randomUUID(), ...event })),
        }),
      });
      return eventsReceipt.parse(await response.json()).accepted;
    },

    async move(moves: readonly { who: number; to: Place | null }[], day: string) {
      for (const { who: index, to } of moves) {
        if (to) members.set(index, { userId: userIds[index] ?? randomUUID(), place: to });
        else members.delete(index);
      }
      await settle(day);
    },

    /** Erases somebody, who stays in the group, on the day it is. */
    async erase(index: number) {
      const person = { tenantId, userId: userIds[index] ?? '' };
      const day = calendarDayIn(clock.now, programme.timeZone);
      const countsFrom = addDays(mondayOf(day), 7);
      const subject = await links.link(person);
      await database.transaction(async (tx) => {
        await rememberErased(tx, digest(person), countsFrom);
        await endMemberships(tx, subject, countsFrom);
        await tx.query('DELETE FROM usage_subject WHERE person_digest = $1', [digest(person)]);
      });
      await settle(day);
    },

    personOf: (subjectId: string) => people.get(subjectId),

    /** Asks for all there is: how it stands now, first, and after every closed week. */
    async answers(): Promise<DashboardResponse[]> {
      const now = await ask(programme.sponsorId, 'Leader');
      expect(await ask(programme.ownerId, 'Champion')).toEqual(now);
      const answers = [now];
      for (const { week } of now.weeks.filter(({ state }) => state === 'closed')) {
        answers.push(await ask(programme.sponsorId, 'Leader', `?until=${week}`));
      }
      return answers;
    },

    /** What another instance hears when figures were worked out again. */
    hear() {
      version += 1;
    },
  };
}
