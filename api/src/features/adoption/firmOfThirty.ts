import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { expect } from 'vitest';
import {
  dashboardResponse,
  eventsReceipt,
  type DashboardResponse,
  type EventsReceipt,
  type Flag,
  type MappedTask,
} from '@last-mile/shared/adoption';
import { usualCalendar, type Programme } from '@last-mile/shared/programme';
import type { Role } from '@last-mile/shared/user';
import type { Database } from '../../db/database';
import { createTestDatabase } from '../../db/testDatabase';
import type { AppEnv } from '../../http/appEnv';
import { answerProblem } from '../../http/errors';
import { adoptionRoutes } from './adoptionRoutes';
import { createDashboard, type Dashboard, type DashboardDependencies } from './dashboard';
import { createPersonDigest } from './facts/subjects';
import { createUsageStore, type UsageStore } from './facts/usageStore';
import { createUsageVersion, type UsageVersion } from './facts/usageVersion';
import { noHealth, nothingBeside } from './noHealth';
import { createMembershipStore, type MembershipStore } from './people/membershipStore';

export const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
/** A Wednesday: last week is still provisional. */
export const now = new Date('2026-11-25T12:00:00Z');
export const people = Array.from({ length: 30 }, () => randomUUID());
export const person = (index: number) => people[index] ?? '';

interface Asked {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

/** For tests: a firm of thirty people with a programme, whose API can be asked. */
export interface FirmOfThirty {
  readonly database: Database;
  readonly usage: UsageStore;
  readonly usageVersion: UsageVersion;
  readonly membership: Pick<MembershipStore, 'replace'>;
  readonly view: Dashboard;
  programme: Programme;
  /** What the workflows, library and feedback features know; a change is another version. */
  readonly known: { tasks: readonly MappedTask[]; flags: readonly Flag[]; version: number };
  dependenciesOn(on: Database, version: UsageVersion): DashboardDependencies;
  appFor(userId: string, roles?: readonly Role[]): Asked;
  send(userId: string, ...events: unknown[]): Promise<EventsReceipt>;
  /** As its champion sees it. */
  dashboard(): Promise<DashboardResponse>;
  close(): Promise<void>;
}

/** 20 in Audit, 6 in Tax, 4 on the Board; known since three weeks before the programme. */
export async function openFirmOfThirty(): Promise<FirmOfThirty> {
  const database = await createTestDatabase();
  const digest = createPersonDigest('a key for tests, 32 characters or more');
  const usageVersion = await createUsageVersion(database);
  const usage = createUsageStore(database, digest, usageVersion.changed);
  const store = createMembershipStore(database, tenantId, digest);
  let isOpen = true;
  const known: FirmOfThirty['known'] = { tasks: [], flags: [], version: 1 };

  const dependenciesOn = (on: Database, version: UsageVersion): DashboardDependencies => ({
    ...nothingBeside,
    database: on,
    usedItems: () => usage.usedItems(),
    libraryHealth: (_programme, _now, used) =>
      Promise.resolve({ ...noHealth.library, published: used.size }),
    feedbackHealth: () => Promise.resolve({ ...noHealth.feedback, open: known.version }),
    tasks: () => Promise.resolve(known.tasks),
    flags: () => Promise.resolve(known.flags),
    onError(error) {
      // Figures may still be worked out for nobody when a test is over.
      if (isOpen) throw error;
    },
    versions: () => ({
      usage: String(version.current()),
      library: '1',
      feedback: String(known.version),
    }),
  });

  const firm: FirmOfThirty = {
    ...{ database, usage, usageVersion, known, dependenciesOn },
    view: createDashboard(dependenciesOn(database, usageVersion)),
    programme: programmeOf(randomUUID()),
    membership: {
      async replace(...what) {
        await store.replace(...what);
        // What the notification does a moment later; these tests do not wait for it.
        usageVersion.changed();
      },
    },
    appFor: (userId, roles = []) =>
      new Hono<AppEnv>()
        .use(async (c, next) => {
          c.set('user', { tenantId, userId, roles });
          c.set('programme', firm.programme);
          await next();
        })
        .route('/api', adoptionRoutes({ usage, dashboard: firm.view, now: () => now }))
        .onError(answerProblem()),

    async send(userId, ...events) {
      const response = await firm.appFor(userId).request('/api/events', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ events }),
      });
      expect(response.status).toBe(202);
      return eventsReceipt.parse(await response.json());
    },

    async dashboard() {
      const app = firm.appFor(person(0), ['Champion']);
      const response = await app.request('/api/adoption/dashboard');
      expect(response.status).toBe(200);
      return dashboardResponse.parse(await response.json());
    },

    async close() {
      isOpen = false;
      await usageVersion.close();
      await database.end();
    },
  };
  const members = people.map((userId, index) => ({
    userId,
    department: index < 20 ? 'Audit' : index < 26 ? 'Tax' : 'Board',
    jobFamily: null,
  }));
  await firm.membership.replace(firm.programme.clientKey, members, '2026-10-19');
  return firm;
}

/** A programme of the firm, without members yet. */
export const programmeOf = (clientKey: string): Programme => ({
  clientKey,
  name: 'Everyday AI',
  ownerId: person(0),
  deputyIds: [person(1)],
  sponsorId: person(2),
  groupId: randomUUID(),
  channelId: null,
  startsOn: '2026-11-09',
  weeks: 8,
  targetActiveRate: 0.6,
  timeZone: 'Europe/Berlin',
  calendar: usualCalendar,
  jobFamilies: [],
});

export const event = (more: object = {}) => ({
  clientKey: randomUUID(),
  kind: 'promptCopied',
  at: '2026-11-17T09:00:00Z',
  itemKey: randomUUID(),
  version: 1,
  surface: 'teams',
  ...more,
});

/** When an event of a week that is closed happens. */
export const inClosedWeek = { at: '2026-11-11T09:00:00Z' };

export const unknown = { state: 'notEnoughData' };

export const weekOf = (answer: DashboardResponse, week: string) =>
  answer.weeks.find((each) => each.week === week);

export const departmentIn = (answer: DashboardResponse, department: string, week: string) =>
  answer.departments.find((row) => row.name === department)?.active[
    answer.weeks.findIndex((each) => each.week === week)
  ];
