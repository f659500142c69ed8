import { createStore, del, get, set } from 'idb-keyval';
import { useCallback, useEffect, useState } from 'react';

const drafts = () => createStore('last-mile-drafts', 'drafts');

/**
 * What a person is typing, kept on this device under `key` (which names the account and the thing)
 * until it is discarded: it survives a reload, a crash and a closed pane. Where the browser keeps
 * nothing, it lives as long as the page.
 */
export function useDraft<Draft extends object>(key: string, initial: Draft) {
  const [draft, setDraft] = useState(initial);

  useEffect(() => {
    let current = true;
    void get<Draft>(key, drafts())
      .then((kept) => {
        if (current && kept !== undefined) setDraft((fresh) => ({ ...fresh, ...kept }));
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [key]);

  const change = useCallback(
    (part: Partial<Draft>) => {
      setDraft((before) => {
        const after = { ...before, ...part };
        void set(key, after, drafts()).catch(() => undefined);
        return after;
      });
    },
    [key],
  );

  const discard = useCallback(() => del(key, drafts()).catch(() => undefined), [key]);

  return { draft, change, discard };
}
