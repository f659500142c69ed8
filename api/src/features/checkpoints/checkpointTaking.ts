import type { Programme } from '@last-mile/shared/programme';
import { asHolder, eachOnItsOwn } from '../../sync/asHolder';
import type { Lease } from '../../sync/lease';
import { repeatedly } from '../../sync/repeatedly';
import type { Checkpoints } from './checkpoints';

export interface CheckpointTakingDependencies {
  readonly lease: Lease;
  readonly checkpoints: Pick<Checkpoints, 'takeDue'>;
  readonly programmes: () => Promise<readonly Programme[]>;
  readonly onError: (error: unknown) => void;
}

/** Takes the checkpoints that are due, of every programme, as the one instance that does. */
export interface CheckpointTaking {
  run(): Promise<void>;
  /** From now on, again and again; the answer stops it and waits for what is under way. */
  start(everyMs: number): () => Promise<void>;
}

export function createCheckpointTaking(
  dependencies: CheckpointTakingDependencies,
): CheckpointTaking {
  const { lease, checkpoints, programmes, onError } = dependencies;

  const run = () =>
    asHolder(lease, async (token) => {
      const works = (await programmes()).map(
        (programme) => () => checkpoints.takeDue(programme, lease, token),
      );
      return eachOnItsOwn(works, onError);
    });

  return { run, start: (everyMs) => repeatedly(run, everyMs, onError) };
}
