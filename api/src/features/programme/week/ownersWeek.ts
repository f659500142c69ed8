import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  canMark,
  keyOf,
  workListOf,
  type MarkWorkRequest,
  type OwnerStanding,
  type Programme,
  type ProgrammePhase,
  type WorkCause,
  type WorkListResponse,
  type WorkMarkReceipt,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import { knownUnder } from '../../../http/knownUnder';
import { RuleRefused } from '../../../http/refusals';
import type { Fields } from '../../../sync/listDefinition';
import type { ListStore } from '../../../sync/storedItem';
import { markFields, toMark, type MarkRecord } from './workMarksList';

export interface OwnersWeekDependencies {
  readonly database: Database;
  /** The WorkMarks list. */
  readonly list: ListStore;
  /** All that is to be done in a programme now; what nobody found is no line. */
  readonly causesOf: (programme: Programme, now: Date) => Promise<readonly WorkCause[]>;
  readonly phaseOf: (programme: Programme) => Promise<ProgrammePhase>;
  readonly ownerOf: (programme: Programme) => Promise<OwnerStanding>;
  readonly now: () => Date;
}

/** The owner's week: one list of what is to be done, for owner and deputies. */
export interface OwnersWeek {
  read(programme: Programme): Promise<WorkListResponse>;
  /**
   * Keeps under its key what somebody says of a line. A line that is no longer there takes no mark:
   * it is `gone`. Throws RuleRefused where the line may not be marked so.
   */
  mark(programme: Programme, request: MarkWorkRequest, user: User): Promise<WorkMarkReceipt>;
}

export function createOwnersWeek(dependencies: OwnersWeekDependencies): OwnersWeek {
  const { database, list, causesOf, phaseOf, ownerOf, now } = dependencies;

  async function marksIn({ clientKey }: Programme): Promise<MarkRecord[]> {
    return (await list.all())
      .flatMap(({ fields }) => toMark(fields) ?? [])
      .filter(({ programmeKey }) => programmeKey === clientKey);
  }

  return {
    async read(programme) {
      const at = now();
      const today = calendarDayIn(at, programme.timeZone);
      const [causes, marks, phase, owner] = await Promise.all([
        causesOf(programme, at),
        marksIn(programme),
        phaseOf(programme),
        ownerOf(programme),
      ]);
      return { ...workListOf(causes, marks, today), phase, owner };
    },

    async mark(programme, { clientKey, key, mark }, user) {
      const at = now();
      const today = calendarDayIn(at, programme.timeZone);
      const record: MarkRecord = {
        ...{ programmeKey: programme.clientKey, key, mark },
        ...{ on: today, at: at.toISOString() },
      };
      const isAsKept = (kept: Fields) => isSame(toMark(kept), record);
      const known = await knownUnder(list, clientKey, isAsKept);
      if (known) return known;
      const cause = (await causesOf(programme, at)).find((each) => keyOf(each) === key);
      if (!cause) return { clientKey, state: 'gone' };
      const decision = canMark(cause, mark, today);
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      const actorId = user.userId;
      const state = await database.transaction(async (tx) => {
        const fields = markFields(record);
        const outcome = await list.append(tx, { clientKey, actorId, fields });
        if (outcome === 'accepted') {
          await recordAudit(tx, {
            ...{ at, actorId, action: 'programme.workMarked', subject: programme.clientKey },
            programmeKey: programme.clientKey,
            details: { line: key, mark: mark.as },
          });
        }
        return outcome;
      });
      return { clientKey, state };
    },
  };
}

/** Whether a mark says what one that came before under its key said. */
function isSame(kept: MarkRecord | null, sent: MarkRecord): boolean {
  const said = ({ programmeKey, key, mark }: MarkRecord) =>
    JSON.stringify([programmeKey, key, mark]);
  return kept !== null && said(kept) === said(sent);
}
