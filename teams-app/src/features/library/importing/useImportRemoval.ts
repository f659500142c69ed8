import type { ApiClient } from '@last-mile/shared/client';
import type { ImportRemovalResponse } from '@last-mile/shared/library';
import { useState } from 'react';

export type ImportRemoval =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly removed: number }
  | { readonly phase: 'stopped'; readonly removed: number; readonly error: unknown }
  | {
      readonly phase: 'done';
      readonly removed: number;
      /** What somebody has changed since, and so stays. */
      readonly kept: ImportRemovalResponse['kept'];
    };

/** Takes an import back, step by step until nothing of it is left; a step that fails stops it. */
export function useImportRemoval(api: Pick<ApiClient, 'removeImport'>, onChanged: () => void) {
  const [state, setState] = useState<ImportRemoval>({ phase: 'none' });

  async function takeBack(importKey: string) {
    let removed = 0;
    const kept: ImportRemovalResponse['kept'] = [];
    try {
      for (let left = 1; left > 0;) {
        setState({ phase: 'running', removed });
        const step = await api.removeImport(importKey);
        removed += step.removed;
        kept.push(...step.kept);
        left = step.left;
      }
      setState({ phase: 'done', removed, kept });
    } catch (error) {
      setState({ phase: 'stopped', removed, error });
    }
    onChanged();
  }

  return { state, takeBack };
}
