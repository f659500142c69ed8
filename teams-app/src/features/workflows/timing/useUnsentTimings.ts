import type { UnsentForm, UnsentQueue } from '@last-mile/shared/client';
import { useUnsent } from '../../../app/useUnsent';

type UnsentTiming = UnsentForm<'/api/workflows/timings'>;

const none: readonly UnsentTiming[] = [];
const timings = (queue: UnsentQueue): Promise<readonly UnsentTiming[]> =>
  queue.unsentForms('/api/workflows/timings');

/** Times that wait on this device or were refused when they were sent later; undefined until it has told. */
export function useUnsentTimings(): readonly UnsentTiming[] | undefined {
  return useUnsent(timings, none);
}
