import { useCallback, useEffect, useRef, useState } from 'react';
import { discardDraft, keepDraft, readDraft } from './draftStore';

/**
 * What a person is typing, kept on this device under `key` (which names the account and the thing)
 * until it is discarded: it survives a reload, a crash and a closed pane. Where the browser keeps
 * nothing, it lives as long as the page.
 */
export function useDraft<Draft extends object>(key: string, initial: Draft) {
  const [draft, setDraft] = useState(initial);
  /** What was typed while what is kept is being read; null once that is known. */
  const early = useRef<Partial<Draft> | null>(null);

  useEffect(() => {
    let current = true;
    early.current = {};
    void readDraft(key).then((kept) => {
      if (!current) return;
      const typed = early.current ?? {};
      early.current = null;
      setDraft((fresh) => {
        const whole = { ...fresh, ...kept, ...typed };
        if (Object.keys(typed).length > 0) keepDraft(key, whole);
        return whole;
      });
    });
    return () => {
      current = false;
    };
  }, [key]);

  const change = useCallback(
    (part: Partial<Draft>) => {
      if (early.current !== null) early.current = { ...early.current, ...part };
      const isRead = early.current === null;
      setDraft((before) => {
        const after = { ...before, ...part };
        if (isRead) keepDraft(key, after);
        return after;
      });
    },
    [key],
  );

  const discard = useCallback(() => {
    if (early.current !== null) early.current = {};
    return discardDraft(key);
  }, [key]);

  return { draft, change, discard };
}
