import type { DraftFill } from '@last-mile/shared/on-send';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { ComposeMessage, MessageContext } from './composeMessage';

export interface KnownMessage {
  /** Null while it is read, or when there is no message or it cannot be read. */
  readonly context: MessageContext | null;
  readonly inserted: readonly DraftFill[];
  /** Reads it again, after something was written into it. */
  readonly readAgain: () => void;
}

/** What the open message tells, kept current while people are added and when the pane is returned to. */
export function useMessageContext(message: ComposeMessage | null): KnownMessage {
  const queries = useQueryClient();
  const key = ['message', message?.key ?? null];
  const known = useQuery({
    queryKey: key,
    queryFn: async () => {
      if (message === null) return { context: null, inserted: [] };
      const [context, inserted] = await Promise.all([
        message.read(),
        message.inserted().catch(() => []),
      ]);
      return { context, inserted };
    },
    // Outlook refuses while the person types; the next try is a moment later.
    retry: 2,
    retryDelay: 400,
    staleTime: 0,
  });

  const messageKey = message?.key;
  const readAgain = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['message', messageKey] });
  }, [queries, messageKey]);

  useEffect(() => {
    if (message === null) return undefined;
    const stop = message.onRecipientsChanged(readAgain);
    // Outlook has no event for a subject being typed; coming back to the pane is when it matters.
    window.addEventListener('focus', readAgain);
    return () => {
      stop();
      window.removeEventListener('focus', readAgain);
    };
  }, [message, readAgain]);

  return { context: null, inserted: [], ...known.data, readAgain };
}
