import { isoWeekOfDay } from '@last-mile/shared/adoption';
import {
  canTakeCheckpoint,
  checkpointsToTake,
  checkpointWeek,
  decisionsToLookAt,
  diagnose,
  nextCheckpoint,
  type Checkpoint,
  type CheckpointDay,
  type CheckpointDecision,
  type CheckpointsResponse,
  type MissingCheckpoint,
} from '@last-mile/shared/checkpoints';
import type { CalendarDay } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../db/database';
import type { Lease } from '../../sync/lease';
import type { Decisions } from './decisions';
import type { KeptCheckpoints } from './keptCheckpoints';

/** What a checkpoint is frozen from: whom it is about, and their figures. */
type CheckpointFacts = Pick<Checkpoint, 'people' | 'figures'>;

export interface CheckpointsDependencies {
  readonly database: Database;
  readonly kept: KeptCheckpoints;
  readonly decisions: Pick<Decisions, 'of'>;
  /** The figures at the end of a week that was measured; composed in programmeCheckpoints.ts. */
  readonly factsOf: (
    programme: Programme,
    at: { readonly day: CheckpointDay; readonly week: string; readonly now: Date },
    earlier: readonly Checkpoint[],
  ) => Promise<CheckpointFacts>;
  /** The Monday of the first week that was measured; undefined before a member is known. */
  readonly firstWeek: (programme: Programme) => Promise<string | undefined>;
  /** The day on which a programme ended; null while it runs. */
  readonly endedOn: (programme: Programme) => Promise<CalendarDay | null>;
  /** When decisions were last known to be as in SharePoint. */
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** The checkpoints of programmes (docs/decisions/0029). */
export interface Checkpoints {
  list(programme: Programme): Promise<CheckpointsResponse>;
  /** Freezes those that are due and whose figures are all there, under the token of the lease. */
  takeDue(programme: Programme, lease: Pick<Lease, 'assertHeld'>, token: number): Promise<void>;
  /** What the owner's week tells of them. */
  toDo(programme: Programme): Promise<CheckpointWork>;
}

/** What waits for the owner. */
export interface CheckpointWork {
  /** Checkpoints with findings without a decision, and how many. */
  readonly open: readonly { readonly day: CheckpointDay; readonly findings: number }[];
  /** Decisions of earlier checkpoints that are looked at again at the latest one. */
  readonly toLookAt: readonly CheckpointDecision[];
}

export function createCheckpoints(dependencies: CheckpointsDependencies): Checkpoints {
  const { database, kept, decisions, factsOf, firstWeek, endedOn, asOf, now } = dependencies;

  /** Those that are not taken though their day is over: which can be, and which never will. */
  async function dueOf(programme: Programme, known: readonly Pick<Checkpoint, 'day'>[]) {
    const first = await firstWeek(programme);
    const schedule = { ...programme, endedOn: await endedOn(programme) };
    const due = checkpointsToTake(known, now(), schedule);
    if (first === undefined) return { toTake: [], notMeasured: [] };
    const isMeasured = (day: CheckpointDay) =>
      checkpointWeek(day, programme.startsOn) >= isoWeekOfDay(first);
    return {
      toTake: due.filter(isMeasured),
      notMeasured: due.filter((day) => !isMeasured(day)),
    };
  }

  async function take(
    programme: Programme,
    day: CheckpointDay,
    earlier: readonly Checkpoint[],
  ): Promise<Checkpoint | undefined> {
    const at = now();
    const week = checkpointWeek(day, programme.startsOn);
    const { people, figures } = await factsOf(programme, { day, week, now: at }, earlier);
    if (!canTakeCheckpoint(day, figures, earlier, at, programme).allowed) return undefined;
    const diagnosis = diagnose(figures);
    return { day, week, takenAt: at.toISOString(), people, figures, diagnosis };
  }

  return {
    async list(programme) {
      const { taken, broken } = await kept.of(programme.clientKey);
      const known = [...taken, ...broken.map((day) => ({ day }))];
      const { notMeasured } = await dueOf(programme, known);
      const missing: MissingCheckpoint[] = [
        ...broken.map((day) => ({ day, because: 'sealBroken' as const })),
        ...notMeasured.map((day) => ({ day, because: 'notMeasured' as const })),
      ];
      return {
        taken,
        missing: missing.sort((one, other) => one.day - other.day),
        decisions: await decisions.of(programme),
        next: nextCheckpoint([...taken, ...missing], {
          ...programme,
          endedOn: await endedOn(programme),
        }),
        asOf: asOf(),
      };
    },

    async takeDue(programme, lease, token) {
      const { taken, broken } = await kept.of(programme.clientKey);
      const known = [...taken, ...broken.map((day) => ({ day }))];
      for (const day of (await dueOf(programme, known)).toTake) {
        const frozen = await take(programme, day, taken);
        if (frozen === undefined) continue;
        const isFirst = await database.transaction(async (tx) => {
          await lease.assertHeld(tx, token);
          return kept.put(tx, programme.clientKey, frozen);
        });
        if (isFirst) taken.push(frozen);
      }
    },

    async toDo(programme) {
      const { taken } = await kept.of(programme.clientKey);
      const made = await decisions.of(programme);
      const open = taken.map(({ day, diagnosis: { found } }) => ({
        day,
        findings: found.filter(
          ({ rule }) => !made.some((each) => each.day === day && each.rule === rule),
        ).length,
      }));
      const latest = taken.at(-1);
      return {
        open: open.filter(({ findings }) => findings > 0),
        toLookAt: latest === undefined ? [] : decisionsToLookAt(made, latest.day),
      };
    },
  };
}
