import type { DashboardResponse, Flag, Improvements } from '@last-mile/shared/adoption';
import { feedbackHealthOf, improvementsOf } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { FeedbackRecord } from './feedbackList';
import { toMeasured, type ReadFeedback } from './readFeedback';

/** What is counted of feedback; who wrote it is no part of any of it. */
export interface FeedbackFigures {
  health(programme: Programme, now: Date): Promise<DashboardResponse['feedback']>;
  improvements(programme: Programme): Promise<Improvements>;
  /** Flags on library items and on what an assistant wrote. */
  flags(programme: Programme): Promise<Flag[]>;
  /** How often each version of a library item was flagged. */
  flagsByVersion(programme: Programme, itemKey: string): Promise<ReadonlyMap<number, number>>;
}

/**
 * Health and improvements are about what the programme's champions answer; flags go with the uses
 * they are compared with, which are those of the programme's own people (docs/decisions/0022).
 */
export function createFeedbackFigures(
  read: ReadFeedback,
  readReported: ReadFeedback,
): FeedbackFigures {
  const measured = async (programme: Programme) => (await read(programme)).map(toMeasured);

  return {
    health: async (programme, now) => feedbackHealthOf(await measured(programme), now, programme),

    improvements: async (programme) => improvementsOf(await measured(programme)),

    flags: async (programme) =>
      (await readReported(programme)).flatMap(({ record }) => toFlag(record) ?? []),

    async flagsByVersion(programme, itemKey) {
      const flags = new Map<number, number>();
      for (const { record } of await readReported(programme)) {
        const { kind, about } = record;
        if (kind !== 'flag' || about.type !== 'libraryItem' || about.itemKey !== itemKey) continue;
        flags.set(about.version, (flags.get(about.version) ?? 0) + 1);
      }
      return flags;
    },
  };
}

function toFlag({ kind, about, submittedAt }: FeedbackRecord): Flag | null {
  if (kind !== 'flag') return null;
  const at = new Date(submittedAt);
  if (about.type === 'libraryItem') return { at, itemKey: about.itemKey };
  return about.type === 'aiOutput' ? { at, itemKey: null } : null;
}
