import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import * as z from 'zod/mini';
import type { World } from '../../src/doctor/doctor';
import { localSiteId } from '../localTenant';
import { testApp } from '../testProduct';
import { createDoctorStage, type DoctorStage } from './doctorStage';

const report = z.object({
  exitCode: z.number(),
  results: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['ok', 'problem', 'couldNotCheck']),
      found: z.string(),
      why: z.optional(z.string()),
      toDo: z.optional(z.string()),
    }),
  ),
});

/** What the stage's app may not see, as in most tenants; `entra/registration.test.ts` looks at it. */
export const ofAdmins = [
  ...['entra.registration', 'entra.credential', 'entra.otherCredentials'],
  ...['lists.access', 'lists.readers', 'teams.catalogue'],
];

/** What an admin consented to. */
export const consented = testApp.grantedApplicationPermissions;

/** Said of what cannot be looked at before something else is in order. */
export const behind = (title: string) => `not looked at: “${title}” has to be in order first`;

/** Any text with this in it. */
export const has = (part: string): unknown => expect.stringContaining(part);

/** In so many days from now. */
export const later = (days: number) => new Date(Date.now() + days * 86_400_000);

/** A deployment for the tests of a file, which the doctor looks at; what a test broke is put right after it. */
export function doctorVisit() {
  let made: DoctorStage;
  const stage = () => made;
  let mends: (() => unknown)[] = [];
  beforeAll(async () => {
    made = await createDoctorStage();
  });
  afterAll(() => made.close());
  afterEach(async () => {
    for (const how of mends.reverse()) await how();
    mends = [];
  });

  /** Puts right again what the test broke, whether it passes or not. */
  const mend = (how: () => unknown) => mends.push(how);

  async function examine(change?: Partial<World>, args: readonly string[] = []) {
    const { text, exitCode } = await stage().examine(change, ['--json', ...args]);
    const read = report.parse(JSON.parse(text));
    expect(read.exitCode).toBe(exitCode);
    return { exitCode, text, results: read.results };
  }

  const query = (sql: string, params: readonly unknown[] = []) =>
    stage().database.query(sql, params);

  /** What is not in order, by its id: what was found and what to do. */
  async function troubles(change?: Partial<World>, args?: readonly string[]) {
    const { results } = await examine(change, args);
    const found = results.filter(({ id, state }) => state !== 'ok' && !ofAdmins.includes(id));
    return Object.fromEntries(
      found.map(({ id, state, ...said }) => [
        id,
        state === 'problem' ? [said.found, said.toDo] : said.found,
      ]),
    );
  }

  /** Gives the app other permissions for one test. */
  function consentTo(permissions: readonly string[]) {
    stage().consentTo(permissions);
    mend(() => {
      stage().consentTo(consented);
    });
  }

  /** Writes into the database what the product would, until the end of the test. */
  async function plant(sql: string, params: readonly unknown[], undo: string) {
    mend(() => query(undo));
    await query(sql, params);
  }

  /** Where Graph has a list. */
  function listPath(name: string) {
    const list = stage()
      .tenant.sharePoint.lists()
      .find(({ displayName }) => displayName === name);
    if (!list) throw new Error(`The site has no list ${name}.`);
    return `/sites/${localSiteId}/lists/${list.id}`;
  }

  return { stage, mend, examine, troubles, query, consentTo, plant, listPath };
}
