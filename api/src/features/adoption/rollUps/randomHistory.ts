import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  mondayIn,
  mondayOf,
  mondaysBetween,
  reportedKinds,
  usageKinds,
  type CountedAction,
  type DraftObservation,
  type MembershipSpan,
  type ParagraphFate,
  type RedoAnswer,
  type SentDraft,
} from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import type { Database } from '../../../db/database';
import { endMemberships, rememberErased } from '../people/eraseSubject';
import { createMembershipStore } from '../people/membershipStore';
import { countPractised, type PractisedUse } from '../facts/practisedUse';
import { createSubjectLinks } from '../facts/subjectLinks';
import { createPersonDigest } from '../facts/subjects';
import { createUsageStore } from '../facts/usageStore';

/** Random histories for tests: what may happen to a programme, and how it is lived and written down. */

export const timeZone = 'Europe/Berlin';
const firstDay = '2026-09-07';
// The clocks change on 25 October, and the year ends in its week 53.
export const now = new Date('2027-01-20T12:00:00Z');
/** Every measured week that is closed. */
export const closedWeeks = mondaysBetween(firstDay, '2027-01-04');

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
const howMany = 12;
const nobody = { tenantId, userId: '' };
const departments = ['Audit', 'Tax', 'Board'];
export const taskKeys = Array.from({ length: 2 }, () => randomUUID());
export const itemKeys = Array.from({ length: 4 }, () => randomUUID());

/** Half of the moments lie within three hours of a week's end, where mistakes live. */
const moment = fc.oneof(
  fc.date({ min: new Date('2026-09-06T20:00:00Z'), max: now, noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...closedWeeks), fc.integer({ min: -180, max: 180 }))
    .map(
      ([monday, minutes]) => new Date(Date.parse(`${monday}T00:00:00+01:00`) + minutes * 60_000),
    ),
);
const who = fc.nat({ max: howMany - 1 });
// Few enough that the same key comes again.
const mostKeys = 60;
const key = fc.nat({ max: mostKeys });
const item = fc.constantFrom(...itemKeys);
const version = fc.constant<number>(1);
const what = fc.oneof(
  fc.record({
    ...{ kind: fc.constantFrom(...usageKinds), itemKey: item, version },
    surface: fc.constantFrom('teams' as const, 'outlook' as const),
  }),
  fc.record({
    kind: fc.constant('draftSent' as const),
    minutes: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
    taskKey: fc.option(fc.constantFrom(...taskKeys)),
    template: fc.option(
      fc.record({
        ...{ itemKey: item, version, paragraphs: fc.constant<ParagraphFate[]>([]) },
        keptShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      }),
    ),
    surface: fc.constant('outlook' as const),
  }),
  fc.record({
    ...{ kind: fc.constant('redoAnswered' as const), itemKey: item, version, redo: fc.boolean() },
    surface: fc.constant('teams' as const),
  }),
);
const event = fc.record({ who, key, at: moment, what });

const member = fc.record({
  department: fc.constantFrom(...departments),
  jobFamily: fc.option(fc.constantFrom('Associate', 'Partner')),
});

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('events' as const),
      events: fc.array(event, { minLength: 1, maxLength: 60 }),
    }),
  },
  fc.record({
    type: fc.constant('reported' as const),
    days: fc.array(
      fc.record({
        ...{ who, kind: fc.constantFrom(...reportedKinds) },
        day: fc.nat({ max: 120 }).map((days) => addDays(firstDay, days)),
      }),
      { maxLength: 30 },
    ),
  }),
  fc.record({
    type: fc.constant('practised' as const),
    practised: fc.array(fc.record({ who, key, at: moment }), { maxLength: 20 }),
  }),
  fc.record({ type: fc.constant('look' as const), week: fc.nat({ max: closedWeeks.length - 1 }) }),
  fc.record({
    type: fc.constant('members' as const),
    afterDays: fc.nat({ max: 40 }),
    // Null where the person is none now.
    members: fc.array(fc.option(member, { freq: 8 }), { minLength: howMany, maxLength: howMany }),
  }),
);
const erasure = fc.record({ type: fc.constant('erased' as const), who });
const steps = { size: 'large', maxLength: 40 } as const;
export const history = fc.array(step, steps);
/** The same with erasures: who is erased goes on as somebody new, some of them again and again. */
export const historyWithErasures = fc.array(
  fc.oneof({ weight: 4, arbitrary: step }, { weight: 1, arbitrary: erasure }),
  steps,
);
type Step = typeof historyWithErasures extends fc.Arbitrary<(infer Drawn)[]> ? Drawn : never;
type Members = Extract<Step, { type: 'members' }>['members'];

/** What has happened, as the pure functions take it. */
export interface Lived {
  readonly programmeKey: string;
  readonly actions: CountedAction[];
  readonly drafts: (DraftObservation & SentDraft)[];
  readonly answers: RedoAnswer[];
  membership: readonly MembershipSpan[];
}

/** Lets a history happen to a new programme of new people, through the product's own stores. */
export async function live(
  database: Database,
  steps: readonly Step[],
  look: (programmeKey: string, closed: readonly string[]) => Promise<unknown>,
): Promise<Lived> {
  const programmeKey = randomUUID();
  const people = Array.from({ length: howMany }, () => ({ tenantId, userId: randomUUID() }));
  const keys = Array.from({ length: mostKeys + 1 }, () => randomUUID());
  const digest = createPersonDigest('a key for tests, 32 characters or more');
  const usage = createUsageStore(database, digest);
  const membership = createMembershipStore(database, tenantId, digest);
  const lived: Lived = { programmeKey, actions: [], drafts: [], answers: [], membership: [] };
  const links = createSubjectLinks(database, digest);
  const selves = people.map((_, index): Self => ({ subjectId: String(index), countsFrom: '' }));
  let subjects: string[] = [];
  let current: Members = [];
  let today = firstDay;

  async function become(members: Members): Promise<void> {
    current = members;
    const known = people.flatMap(({ userId }, index) => {
      const is = members[index] ?? null;
      return is === null ? [] : [{ userId, ...is }];
    });
    await membership.replace(programmeKey, known, today);
    lived.membership = spansAfter(lived.membership, members, today, selves);
  }

  /** As the product does it: in one transaction the membership is ended and the link forgotten. */
  async function erase(index: number): Promise<void> {
    const [person, self, subject] = [people[index], selves[index], subjects[index]];
    if (!person || !self || !subject) return;
    const countsFrom = addDays(mondayOf(today), 7);
    await database.transaction(async (tx) => {
      await rememberErased(tx, digest(person), countsFrom);
      await endMemberships(tx, subject, countsFrom);
      await tx.query('DELETE FROM usage_subject WHERE person_digest = $1', [digest(person)]);
    });
    lived.membership = lived.membership
      .filter(({ subjectId, validFrom, validTo }) =>
        subjectId === self.subjectId ? validTo !== null || validFrom < countsFrom : true,
      )
      .map((span) =>
        span.subjectId === self.subjectId ? { ...span, validTo: span.validTo ?? countsFrom } : span,
      );
    selves[index] = { subjectId: `${self.subjectId} again`, countsFrom };
    await become(current);
    subjects[index] = await links.link(person);
  }

  async function happen(each: Step): Promise<void> {
    if (each.type === 'erased') await erase(each.who);
    if (each.type === 'look') await look(programmeKey, closedWeeks.slice(0, each.week + 1));
    if (each.type === 'members') {
      today = addDays(today, each.afterDays);
      await become(each.members);
    }
    if (each.type === 'reported') {
      const days = each.days.map(({ who: index, ...seen }) => ({
        person: people[index] ?? nobody,
        ...seen,
      }));
      await usage.recordDays(days, timeZone, now);
    }
    if (each.type === 'practised') {
      const facts = each.practised.flatMap(({ who: index, key: place, at }) => {
        const [clientKey, subjectId] = [keys[place], subjects[index]];
        return clientKey && subjectId ? { clientKey, subjectId, at } : [];
      });
      await countPractised(database, facts.filter(isFirstOfItsKey), timeZone, now);
    }
    if (each.type === 'events') {
      const batches = people.map((person, index) => ({
        person,
        candidates: each.events
          .filter((one) => one.who === index)
          .map((one) => ({ clientKey: keys[one.key], at: one.at.toISOString(), ...one.what })),
      }));
      await usage.record(batches, timeZone, now);
    }
  }

  await become(
    people.map((_, index) => ({ department: index < 6 ? 'Audit' : 'Tax', jobFamily: null })),
  );
  subjects = await Promise.all(people.map((person) => links.link(person)));
  const writeDown = createDiary(lived, selves);
  for (const each of steps) {
    await happen(each);
    writeDown(each);
  }
  return lived;
}

/** Who somebody is in facts, and the Monday from which on they are. */
interface Self {
  readonly subjectId: string;
  readonly countsFrom: string;
}

/** Facts that are counted together have distinct keys. */
function isFirstOfItsKey(fact: PractisedUse, index: number, facts: readonly PractisedUse[]) {
  const isSame = (other: PractisedUse) =>
    other.clientKey === fact.clientKey && other.subjectId === fact.subjectId;
  return facts.findIndex(isSame) === index;
}

/** Writes facts down once each: a key is its sender's, and a reported day its person's and source's. */
function createDiary(
  { actions, drafts, answers }: Lived,
  selves: readonly Self[],
): (each: Step) => void {
  const seen = new Set<string>();
  /** Nobody tells as somebody new what was before; a key is its sender's. */
  const isNew = (index: number, week: string, fact: string) => {
    const { subjectId, countsFrom } = selves[index] ?? { subjectId: '', countsFrom: '' };
    const key = `${subjectId} ${fact}`;
    return week >= countsFrom && !seen.has(key) && seen.add(key);
  };
  const of = (index: number, at: Date) => ({ subjectId: selves[index]?.subjectId ?? '', at });
  return (each) => {
    if (each.type === 'reported') {
      for (const { who: index, day, kind } of each.days) {
        if (!isNew(index, mondayOf(day), `${kind} ${day}`)) continue;
        const surface = kind === 'copilotActive' ? 'copilot' : 'other';
        actions.push({ ...of(index, new Date(`${day}T12:00:00Z`)), kind, surface, itemKey: null });
      }
    }
    if (each.type === 'practised') {
      for (const { who: index, key: place, at } of each.practised) {
        // Practised actions and those of devices share their keys' space.
        if (!isNew(index, mondayIn(at, timeZone), `action ${place}`)) continue;
        actions.push({ ...of(index, at), kind: 'practised', surface: 'teams', itemKey: null });
      }
    }
    if (each.type !== 'events') return;
    for (const { who: index, key: place, at, what: told } of each.events) {
      const isNewFact = (kind: string) => isNew(index, mondayIn(at, timeZone), `${kind} ${place}`);
      if (told.kind === 'draftSent') {
        if (isNewFact('draft')) drafts.push({ ...of(index, at), ...told });
      } else if (told.kind === 'redoAnswered') {
        if (isNewFact('answer')) answers.push({ ...of(index, at), ...told });
      } else if (isNewFact('action')) actions.push({ ...of(index, at), ...told });
    }
  };
}

/** Membership after a look at the directory on `day`; of two looks on one day the later is what was. */
function spansAfter(
  spans: readonly MembershipSpan[],
  members: Members,
  day: string,
  selves: readonly Self[],
): MembershipSpan[] {
  const past = spans
    // Only an erasure ends what begins today or later.
    .filter(({ validFrom, validTo }) => validFrom < day || validTo !== null)
    .map((span) => ({ ...span, validTo: span.validTo ?? day }));
  const current = members.flatMap((is, index) =>
    is === null
      ? []
      : [{ ...is, ...spanFrom(selves[index] ?? { subjectId: '', countsFrom: '' }, day) }],
  );
  return [...past, ...current];
}

const spanFrom = ({ subjectId, countsFrom }: Self, day: string) => ({
  subjectId,
  validFrom: countsFrom > day ? countsFrom : day,
  validTo: null,
});
