import { walkOutcomes, type WalkOutcome } from '@last-mile/shared/feedback';
import { useEffect, useRef } from 'react';
import { useSingleKeys } from '../../queue/singleKeys';

/** Where keys have a meaning of their own. */
const busy = [
  'input:not([type="radio"])',
  'textarea',
  'select',
  '[contenteditable]',
  '[role="tablist"]',
  '[role="dialog"]',
].join(', ');

/** Answers a case by `1`, `2` and `3`, in the order they are shown; never while somebody writes. */
export function useAnswerKeys(onAnswer: (outcome: WalkOutcome) => void): void {
  const { on } = useSingleKeys();
  const latest = useRef(onAnswer);
  useEffect(() => {
    latest.current = onAnswer;
  });
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.activeElement?.closest(busy) != null) return;
      const outcome = /^[1-3]$/.test(event.key) ? walkOutcomes[Number(event.key) - 1] : undefined;
      if (outcome === undefined) return;
      event.preventDefault();
      latest.current(outcome);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [on]);
}
