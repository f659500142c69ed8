import { addDays } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../src/db/database';
import { createMembershipStore } from '../../src/features/adoption/membershipStore';
import { createPersonDigest } from '../../src/features/adoption/subjects';
import { createUsageStore } from '../../src/features/adoption/usageStore';
import { jobTitles } from './departments';
import { usedItems } from './library';
import { createPeople, isThereIn, type SamplePerson } from './people';
import { sampleKey } from './sampleKeys';
import { firstWeek, runningWeek, usageOf, type SampleAction } from './usageModel';

export interface UsageGround {
  readonly database: Database;
  readonly tenantId: string;
  readonly subjectKey: string;
  readonly programme: Programme;
  readonly now: Date;
}

/** A statement of a few thousand events is quick, and no larger than a busy hour's. */
const peopleAtATime = 100;

/** Lets membership and usage happen week by week, through the product's own stores. Answers how many events were counted. */
export async function fillUsage(ground: UsageGround): Promise<number> {
  const people = createPeople();
  await fillMembership(ground, people);
  const { database, tenantId, subjectKey, programme, now } = ground;
  const digest = createPersonDigest(subjectKey);
  return database.transaction(async (tx) => {
    const usage = createUsageStore(tx, digest);
    const batches = [...usageOf(people, usedItems)].map(([{ user }, actions]) => ({
      person: { tenantId, userId: user.id },
      candidates: actions
        .map((action, index) => toEvent(programme, user.id, action, index))
        .filter(({ at }) => Date.parse(at) <= now.getTime()),
    }));
    let counted = 0;
    for (let from = 0; from < batches.length; from += peopleAtATime) {
      const some = batches.slice(from, from + peopleAtATime);
      for (const { accepted } of await usage.record(some, programme.timeZone, now)) {
        counted += accepted;
      }
    }
    return counted;
  });
}

/** Membership moves on the Mondays on which someone came or went. */
async function fillMembership(
  { database, tenantId, subjectKey, programme }: UsageGround,
  people: readonly SamplePerson[],
): Promise<void> {
  // What an interrupted fill left is told again from its beginning.
  await database.query('DELETE FROM membership_span WHERE programme_key = $1', [
    programme.clientKey,
  ]);
  const store = createMembershipStore(database, tenantId, createPersonDigest(subjectKey));
  let before = '';
  for (let week = firstWeek; week <= runningWeek; week += 1) {
    const there = people.filter((person) => isThereIn(person, week));
    const names = there.map(({ user }) => user.id).join();
    if (names !== before) {
      const members = there.map(({ user, department }) => ({
        userId: user.id,
        department,
        jobFamily: jobTitles[user.jobTitle ?? ''] ?? null,
      }));
      await store.replace(programme.clientKey, members, addDays(programme.startsOn, 7 * week));
    }
    before = names;
  }
}

/** Office hours in London never meet a change of the clocks, so the hour may be taken as UTC. */
function toEvent(programme: Programme, userId: string, action: SampleAction, index: number) {
  const day = addDays(programme.startsOn, 7 * action.week + action.weekday);
  const time = `${twoDigits(Math.floor(action.minute / 60))}:${twoDigits(action.minute % 60)}`;
  return {
    clientKey: sampleKey(`event ${userId} ${index}`),
    kind: action.kind,
    at: `${day}T${time}:00Z`,
    itemKey: action.itemKey,
    version: 1,
    surface: action.surface,
  };
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
