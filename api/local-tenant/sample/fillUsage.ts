import type { DeviceEvent } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../src/db/database';
import { createMembershipStore } from '../../src/features/adoption/people/membershipStore';
import { createPersonDigest } from '../../src/features/adoption/facts/subjects';
import type { ReportedDay } from '../../src/features/adoption/usageReports/reportedDays';
import { createUsageStore } from '../../src/features/adoption/facts/usageStore';
import { copilotDaysOf, type CopilotDay } from './copilotModel';
import { refreshedOn } from './copilotReport';
import { jobTitles } from './departments';
import { draftsOf, type DraftingGains, type SampleDraft } from './draftModel';
import { library, usedItems } from './library';
import { createPeople, isThereIn, type SamplePerson } from './people';
import { redoAnswersOf, type SampleRedo } from './redoModel';
import { dayOf, instantOf } from './sampleClock';
import { sampleKey } from './sampleKeys';
import { firstWeek, runningWeek, usageOf, type SampleAction, type Willingness } from './usageModel';
import { tasksByFamily } from './workflows';

export interface UsageGround {
  readonly database: Database;
  readonly tenantId: string;
  readonly subjectKey: string;
  readonly programme: Programme;
  readonly now: Date;
}

/** A statement of a few thousand events is quick, and no larger than a busy hour's. */
const peopleAtATime = 100;

/** What everybody did since the pilot began: the same in every start. */
export interface SampleUsage {
  readonly people: readonly SamplePerson[];
  readonly actions: ReadonlyMap<SamplePerson, readonly SampleAction[]>;
  readonly drafts: ReadonlyMap<SamplePerson, readonly SampleDraft[]>;
  readonly redoAnswers: ReadonlyMap<SamplePerson, readonly SampleRedo[]>;
  readonly copilotDays: ReadonlyMap<SamplePerson, readonly CopilotDay[]>;
}

/** How the programme goes, where it goes otherwise than usual. */
export interface SampleCourse {
  readonly willingness?: Willingness;
  readonly gains?: DraftingGains;
}

export function createUsage(course: SampleCourse = {}): SampleUsage {
  const people = createPeople();
  const actions = usageOf(people, usedItems, course.willingness);
  const items = new Map(library.map((item) => [item.clientKey, item]));
  return {
    people,
    actions,
    drafts: draftsOf(actions, { items, tasks: tasksByFamily }, course.gains),
    redoAnswers: redoAnswersOf(actions),
    copilotDays: copilotDaysOf(actions),
  };
}

/** Lets membership and usage happen week by week, through the product's own stores. Answers how many events were kept. */
export async function fillUsage(ground: UsageGround, usage: SampleUsage): Promise<number> {
  await fillMembership(ground, usage.people);
  const { database, tenantId, subjectKey, programme, now } = ground;
  const digest = createPersonDigest(subjectKey);
  return database.transaction(async (tx) => {
    const store = createUsageStore(tx, digest);
    let kept = 0;
    for (let from = 0; from < usage.people.length; from += peopleAtATime) {
      const batches = usage.people.slice(from, from + peopleAtATime).map((person) => ({
        person: { tenantId, userId: person.user.id },
        candidates: deviceEvents(usage, person, programme.startsOn).filter(
          ({ at }) => Date.parse(at) <= now.getTime(),
        ),
      }));
      for (const { accepted } of await store.record(batches, programme.timeZone, now)) {
        kept += accepted;
      }
    }
    const days = reportedDays(ground, usage.copilotDays);
    const { accepted } = await store.recordDays(days, programme.timeZone, now);
    // Months came in a moment: PostgreSQL plans for them at once, as it does where they took months.
    await tx.query('ANALYZE');
    return kept + accepted;
  });
}

/** The days Copilot's daily report has told of by now. */
function reportedDays(
  { tenantId, programme, now }: UsageGround,
  copilotDays: SampleUsage['copilotDays'],
): ReportedDay[] {
  const last = refreshedOn(calendarDayIn(now, programme.timeZone));
  return [...copilotDays].flatMap(([{ user }, days]) =>
    days
      .map((day) => dayOf(day, programme.startsOn))
      .filter((day) => day <= last)
      .map((day): ReportedDay => ({
        ...{ person: { tenantId, userId: user.id }, day, kind: 'copilotActive' },
      })),
  );
}

/**
 * Membership moves on the Mondays on which someone came or went, up to now. What an earlier fill told
 * stays: it is gone on with from its last Monday.
 */
async function fillMembership(
  { database, tenantId, subjectKey, programme, now }: UsageGround,
  people: readonly SamplePerson[],
): Promise<void> {
  const [told] = await database.query<{ until: string | null }>(
    `SELECT to_char(max(greatest(valid_from, valid_to)), 'YYYY-MM-DD') AS until
       FROM membership_span WHERE programme_key = $1`,
    [programme.clientKey],
  );
  const store = createMembershipStore(database, tenantId, createPersonDigest(subjectKey));
  const today = calendarDayIn(now, programme.timeZone);
  let before = '';
  for (let week = firstWeek; week <= runningWeek; week += 1) {
    const monday = addDays(programme.startsOn, 7 * week);
    if (monday > today) return;
    const there = people.filter((person) => isThereIn(person, week));
    const names = there.map(({ user }) => user.id).join();
    if (names !== before && monday >= (told?.until ?? '')) {
      const members = there.map(({ user, department }) => ({
        userId: user.id,
        department,
        jobFamily: jobTitles[user.jobTitle ?? ''] ?? null,
      }));
      await store.replace(programme.clientKey, members, monday);
    }
    before = names;
  }
}

/** What a person's devices sent. */
function deviceEvents(usage: SampleUsage, person: SamplePerson, startsOn: string): DeviceEvent[] {
  const { id } = person.user;
  const actions = usage.actions.get(person) ?? [];
  const drafts = usage.drafts.get(person) ?? [];
  const redoAnswers = usage.redoAnswers.get(person) ?? [];
  return [
    ...actions.map((action, index): DeviceEvent => ({
      clientKey: sampleKey(`event ${id} ${index}`),
      at: instantOf(action, startsOn),
      ...{ kind: action.kind, itemKey: action.itemKey, version: 1, surface: action.surface },
    })),
    ...drafts.map((draft, index): DeviceEvent => ({
      clientKey: sampleKey(`draft ${id} ${index}`),
      at: instantOf(draft, startsOn),
      ...{ kind: 'draftSent', minutes: draft.minutes, taskKey: draft.taskKey, surface: 'outlook' },
      template: draft.template && { version: 1, ...draft.template },
    })),
    ...redoAnswers.map((answer, index): DeviceEvent => ({
      clientKey: sampleKey(`redo ${id} ${index}`),
      at: instantOf(answer, startsOn),
      ...{ kind: 'redoAnswered', itemKey: answer.itemKey, version: 1, redo: answer.redo },
      surface: answer.surface,
    })),
  ];
}
