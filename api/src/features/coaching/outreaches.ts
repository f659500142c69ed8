import { optedOutPeople, type Outreach } from '@last-mile/shared/coaching';
import { publicKeyOf } from '../../http/publicKey';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import type { CoachingChoices } from './coachingChoices';
import { toOutreach } from './coachingList';

/** An outreach to somebody who is known now, and where it is kept. */
export interface KeptOutreach {
  readonly outreach: Outreach;
  /** The key the list knows it by. */
  readonly storedKey: string;
  readonly programmeKey: string;
}

/** What is known of people who were reached out to, in whichever programme. */
interface Reached {
  /** The latest first. */
  readonly kept: readonly KeptOutreach[];
  /** Who does not want to be coached, by their own word or by what they told a champion since. */
  readonly optedOut: ReadonlySet<string>;
}

/** Reads it for these people only: it is kept under pseudonyms, which lead to nobody else. */
export type ReadReached = (userIds: Iterable<string>) => Promise<Reached>;

export function createReadReached(
  list: ListStore,
  choices: CoachingChoices,
  pseudonymOf: (userId: string) => string,
): ReadReached {
  return async (userIds) => {
    const people = new Map([...userIds].map((userId) => [pseudonymOf(userId), userId]));
    const [items, said] = await Promise.all([list.all(), choices.all()]);
    const kept = items
      .flatMap((item) => toKept(item, people) ?? [])
      .sort((one, other) => Date.parse(other.outreach.at) - Date.parse(one.outreach.at));
    const ownWords = said.flatMap(({ person, ...word }) => {
      const userId = people.get(person);
      return userId === undefined ? [] : { ...word, userId };
    });
    return {
      kept,
      optedOut: optedOutPeople(
        ownWords,
        kept.map(({ outreach }) => outreach),
      ),
    };
  };
}

/** Null where it is about nobody of these people. */
export function toKept(item: StoredItem, people: ReadonlyMap<string, string>): KeptOutreach | null {
  const record = toOutreach(item);
  const userId = people.get(record?.person ?? '');
  if (record === null || userId === undefined) return null;
  const { reason, way, at, by, outcome, outcomeAt, note, programmeKey } = record;
  return {
    outreach: {
      ...{ clientKey: publicKeyOf('Coaching', item.clientKey), eTag: item.eTag, userId },
      ...{ reason, way, at, by, outcome, outcomeAt, note },
    },
    storedKey: item.clientKey,
    programmeKey,
  };
}
