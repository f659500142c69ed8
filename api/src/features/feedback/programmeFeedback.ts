import { keptKeys } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import { toMeasured, type Read, type ReadFeedback } from './readFeedback';

/** The feedback of one programme at one moment, and what was merged into what. */
export interface ProgrammeFeedback {
  readonly all: readonly Read[];
  readonly byKey: ReadonlyMap<string, Read>;
  /** By the key of each the key of the one that goes on for it: its own, unless it was merged. */
  readonly kept: ReadonlyMap<string, string>;
  /** What was merged into each, by its key; nothing for most. */
  readonly merged: ReadonlyMap<string, readonly Read[]>;
}

export type ReadProgrammeFeedback = (
  programme: Pick<Programme, 'clientKey'>,
) => Promise<ProgrammeFeedback>;

/** Works out once for each change of the list what goes on in what. */
export function createReadProgrammeFeedback(read: ReadFeedback): ReadProgrammeFeedback {
  const known = new WeakMap<readonly Read[], ProgrammeFeedback>();
  return async (programme) => {
    const all = await read(programme);
    const feedback = known.get(all) ?? toProgrammeFeedback(all);
    known.set(all, feedback);
    return feedback;
  };
}

/** The one that goes on for a piece of feedback: itself, unless it was merged. */
export const keptFor = ({ byKey, kept }: ProgrammeFeedback, read: Read): Read =>
  byKey.get(kept.get(read.clientKey) ?? '') ?? read;

/** A piece of feedback with everything that was merged into it. */
export const groupOf = ({ merged }: ProgrammeFeedback, read: Read): readonly Read[] => [
  read,
  ...(merged.get(read.clientKey) ?? []),
];

function toProgrammeFeedback(all: readonly Read[]): ProgrammeFeedback {
  const kept = keptKeys(all.map(toMeasured));
  const merged = new Map<string, Read[]>();
  for (const read of all) {
    const into = kept.get(read.clientKey) ?? read.clientKey;
    if (into === read.clientKey) continue;
    const others = merged.get(into);
    if (others) others.push(read);
    else merged.set(into, [read]);
  }
  return { all, byKey: new Map(all.map((read) => [read.clientKey, read])), kept, merged };
}
