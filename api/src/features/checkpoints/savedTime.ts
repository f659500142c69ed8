import {
  isAskedIn,
  savedTimeIn,
  type SavedTimeAnswers,
  type SavedTimeQuestion,
  type SavedTimeReceipt,
  type SavedTimeRequest,
} from '@last-mile/shared/checkpoints';
import { calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database } from '../../db/database';
import { createKeptByVersion } from '../../http/keptByVersion';
import { knownUnder } from '../../http/knownUnder';
import { RuleRefused } from '../../http/refusals';
import type { Fields } from '../../sync/listDefinition';
import type { ListStore } from '../../sync/storedItem';
import { savedTimeFields, toSavedTime, type SavedTimeRecord } from './savedTimeList';

export interface SavedTimeDependencies {
  readonly database: Database;
  readonly list: ListStore;
  /** Whether somebody used something in a month of this time zone. */
  readonly usedIn: (user: User, month: string, timeZone: string) => Promise<boolean>;
  /** Stands in for a person: the same for every answer, and it leads to nobody without its key. */
  readonly pseudonymOf: (user: User) => string;
  readonly now: () => Date;
}

/** Where saved time went, by people's own word. */
export interface SavedTime {
  /** Whether this person is asked now. */
  question(programme: Programme, user: User): Promise<SavedTimeQuestion>;
  /** Commits an answer under its key; one under another key changes it. */
  take(programme: Programme, request: SavedTimeRequest, user: User): Promise<SavedTimeReceipt>;
  /** What the people of a programme said of a month. */
  in(programme: Programme, month: string): Promise<SavedTimeAnswers>;
}

export function createSavedTime(dependencies: SavedTimeDependencies): SavedTime {
  const { database, list, usedIn, pseudonymOf, now } = dependencies;
  const kept = createKeptByVersion<SavedTimeRecord[]>();

  const runningMonth = ({ timeZone }: Programme) => calendarDayIn(now(), timeZone).slice(0, 7);

  async function answersIn({ clientKey }: Programme, month: string): Promise<SavedTimeRecord[]> {
    return kept(`${clientKey} ${month}`, String(list.version()), async () =>
      (await list.all())
        .flatMap(({ fields }) => toSavedTime(fields) ?? [])
        .filter((each) => each.programmeKey === clientKey && each.month === month),
    );
  }

  return {
    async question(programme, user) {
      const month = runningMonth(programme);
      const person = pseudonymOf(user);
      const own = (await answersIn(programme, month))
        .filter((answer) => answer.person === person)
        .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
      const usedSomething = await usedIn(user, month, programme.timeZone);
      const answered = own.map((answer) => answer.month);
      const asked = isAskedIn(month, { answered, usedSomething });
      return { month, asked, own: own.at(-1)?.use ?? null };
    },

    async take(programme, { clientKey, month, use }, user) {
      const record: SavedTimeRecord = {
        ...{ month, use, person: pseudonymOf(user), at: now().toISOString() },
        programmeKey: programme.clientKey,
      };
      const isAsKept = (kept: Fields) => isSame(toSavedTime(kept), record);
      const known = await knownUnder(list, clientKey, isAsKept);
      if (known) return known;
      if (month !== runningMonth(programme)) throw new RuleRefused('monthNotRunning');
      const state = await database.transaction((tx) =>
        list.append(tx, { clientKey, actorId: record.person, fields: savedTimeFields(record) }),
      );
      return { clientKey, state };
    },

    in: async (programme, month) => savedTimeIn(month, await answersIn(programme, month)),
  };
}

/** Whether an answer says what one that came before under its key said. */
function isSame(kept: SavedTimeRecord | null, sent: SavedTimeRecord): boolean {
  const said = ({ person, programmeKey, month, use }: SavedTimeRecord) =>
    JSON.stringify([person, programmeKey, month, use]);
  return kept !== null && said(kept) === said(sent);
}
