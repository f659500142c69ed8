import type { Programme } from '@last-mile/shared/programme';
import { asHolder, eachOnItsOwn } from '../../sync/asHolder';
import type { Lease } from '../../sync/lease';
import { repeatedly } from '../../sync/repeatedly';
import type { Dashboard } from './dashboard';

export interface WorkAheadDependencies {
  readonly lease: Lease;
  readonly dashboard: Pick<Dashboard, 'workAhead'>;
  readonly programmes: () => Promise<readonly Programme[]>;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/**
 * Has what costs more than a view may ready before somebody looks: at the start, once a week has
 * closed, and once settings have changed. One instance does it for all; the answer stops it and waits
 * for what is under way.
 */
export function startWorkAhead(
  { lease, dashboard, programmes, now, onError }: WorkAheadDependencies,
  everyMs: number,
): () => Promise<void> {
  const run = () =>
    asHolder(lease, async () => {
      const works = (await programmes()).map(
        (programme) => () => dashboard.workAhead(programme, now()),
      );
      return eachOnItsOwn(works, onError);
    });
  return repeatedly(run, everyMs, onError);
}
