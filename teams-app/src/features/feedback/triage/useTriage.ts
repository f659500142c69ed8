import { overtakenBy, triageClient } from '@last-mile/shared/client';
import { queueItem, type QueueItem, type TriageAct } from '@last-mile/shared/feedback';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { feedbackQueries } from '../feedbackQueries';

/** An act on a piece of feedback as somebody read it. */
export interface Attempt {
  readonly read: QueueItem;
  readonly act: TriageAct;
}

/** Two versions of a piece of feedback, where somebody changed it between reading and acting. */
export interface Overtaken extends Attempt {
  readonly now: QueueItem;
}

/** Acts on what was read. Whoever was overtaken gets both versions, and nothing is written. */
export function useTriage(onDone: (attempt: Attempt) => Promise<void> | void) {
  const { api } = useSession();
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: async ({ read, act }: Attempt) => {
      // Without an eTag nothing is offered: SharePoint does not have it yet.
      if (read.eTag !== null) await triageClient(api).act(read.clientKey, { eTag: read.eTag, act });
    },
    onSuccess: async (_, attempt) => {
      await onDone(attempt);
      await queryClient.invalidateQueries({ queryKey: feedbackQueries.root });
    },
  });
  const { error, variables } = mutation;
  const now = overtakenBy(error, queueItem);
  const overtaken: Overtaken | null =
    now === undefined || variables === undefined ? null : { ...variables, now };
  return {
    send: mutation.mutate,
    busy: mutation.isPending,
    overtaken,
    failure: overtaken === null ? error : null,
    /** Leaves it as somebody else made it: that is what is shown from then on. */
    giveWay: async () => {
      mutation.reset();
      await queryClient.invalidateQueries({ queryKey: feedbackQueries.root });
    },
  };
}
