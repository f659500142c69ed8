import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  helpersOfTheDay,
  helpWindowStart,
  usesToHelp,
  type HelpersResponse,
} from '@last-mile/shared/practice';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { GroupMember } from '../../auth/people';
import type { Database } from '../../db/database';
import { NotFound } from '../../http/refusals';

type Person = Pick<User, 'tenantId' | 'userId'>;

export interface HelpersDependencies {
  readonly database: Database;
  /** Keys of the published items of a task; undefined where the programme has no such task. */
  readonly itemsOf: (
    programme: Programme,
    taskKey: string,
  ) => Promise<readonly string[] | undefined>;
  readonly membersOf: (programme: Programme) => Promise<ReadonlyMap<string, GroupMember>>;
  /** Those among the people who used these items at least so often. */
  readonly frequentUsers: (
    people: readonly Person[],
    use: { itemKeys: readonly string[]; since: Date; times: number },
  ) => Promise<readonly Person[]>;
  readonly now: () => Date;
}

export interface Helpers {
  /** Colleagues of the programme who offer help with the task and do it. */
  of(programme: Programme, taskKey: string, user: User): Promise<HelpersResponse>;
  /** Keeps the person's own word, or takes it back. */
  offer(programme: Programme, taskKey: string, user: User, offering: boolean): Promise<void>;
}

/** Offers of help; names come from the directory when they are shown and are never kept. */
export function createHelpers(dependencies: HelpersDependencies): Helpers {
  const { database, itemsOf, membersOf, frequentUsers, now } = dependencies;

  async function itemsOfKnownTask(programme: Programme, taskKey: string) {
    const itemKeys = await itemsOf(programme, taskKey);
    if (itemKeys === undefined) throw new NotFound('There is no such task.');
    return itemKeys;
  }

  return {
    async of(programme, taskKey, user) {
      const itemKeys = await itemsOfKnownTask(programme, taskKey);
      const offers = await database.query<{ userId: string }>(
        `SELECT user_id::text AS "userId" FROM help_offer
          WHERE programme_key = $1 AND task_key = $2`,
        [programme.clientKey, taskKey],
      );
      const offering = offers.some(({ userId }) => userId === user.userId);
      const others = offers.filter(({ userId }) => userId !== user.userId);
      if (others.length === 0) return { helpers: [], offering };
      const members = await membersOf(programme);
      const present = others.filter(({ userId }) => members.has(userId));
      const able = await frequentUsers(
        present.map(({ userId }) => ({ tenantId: user.tenantId, userId })),
        { itemKeys, since: helpWindowStart(now()), times: usesToHelp },
      );
      const today = calendarDayIn(now(), programme.timeZone);
      const shown = helpersOfTheDay(
        able.map(({ userId }) => userId),
        today,
      );
      return {
        helpers: shown
          .flatMap((userId) => members.get(userId) ?? [])
          .map(({ displayName, userPrincipalName }) => ({ name: displayName, userPrincipalName }))
          .sort((one, other) => one.name.localeCompare(other.name)),
        offering,
      };
    },

    async offer(programme, taskKey, user, offering) {
      if (!offering) {
        await database.query(
          `DELETE FROM help_offer WHERE programme_key = $1 AND task_key = $2 AND user_id = $3`,
          [programme.clientKey, taskKey, user.userId],
        );
        return;
      }
      await itemsOfKnownTask(programme, taskKey);
      await database.query(
        `INSERT INTO help_offer (programme_key, task_key, user_id, offered_at)
         VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [programme.clientKey, taskKey, user.userId, now()],
      );
    },
  };
}
