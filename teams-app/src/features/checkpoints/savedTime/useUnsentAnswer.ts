import type { UnsentForm, UnsentQueue } from '@last-mile/shared/client';
import { useUnsent } from '../../../app/useUnsent';

type UnsentAnswer = UnsentForm<'/api/saved-time'>;

const none: readonly UnsentAnswer[] = [];
const answers = (queue: UnsentQueue): Promise<readonly UnsentAnswer[]> =>
  queue.unsentForms('/api/saved-time');

/** Whether an answer for a month waits on this device; `unknown` until it has told. */
export function useUnsentAnswer(month: string | undefined): 'unknown' | 'none' | 'waits' {
  const unsent = useUnsent(answers, none);
  if (unsent === undefined || month === undefined) return 'unknown';
  const waits = unsent.some(({ request, refusal }) => request.month === month && refusal === null);
  return waits ? 'waits' : 'none';
}
