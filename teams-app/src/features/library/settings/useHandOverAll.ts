import { settingsClient, type ApiClient } from '@last-mile/shared/client';
import type { HandOverAllResponse } from '@last-mile/shared/library';
import { useState } from 'react';

export type HandOverAll =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly done: number }
  | { readonly phase: 'stopped'; readonly done: number; readonly error: unknown }
  | {
      readonly phase: 'done';
      readonly done: number;
      /** What still has the owner it had. */
      readonly kept: HandOverAllResponse['kept'];
    };

/** Hands everything of a person over, step by step; a step that fails or moves nothing ends it. */
export function useHandOverAll(api: Pick<ApiClient, 'requests'>, onChanged: () => void) {
  const [state, setState] = useState<HandOverAll>({ phase: 'none' });

  async function handOver(from: string, ownerId: string) {
    let done = 0;
    try {
      for (;;) {
        setState({ phase: 'running', done });
        const { handedOver, kept, left } = await settingsClient(api).handOverAll({ from, ownerId });
        done += handedOver;
        if (left > 0 && handedOver > 0) continue;
        setState({ phase: 'done', done, kept });
        break;
      }
    } catch (error) {
      setState({ phase: 'stopped', done, error });
    }
    onChanged();
  }

  return { state, handOver };
}
