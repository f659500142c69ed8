import { AskSomeone } from '@last-mile/shared/ask-someone';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../app/session';

/** Whom to ask about a task. The API hears of it only once somebody wants to know. */
export function AskPanel({ taskKey, task }: { taskKey: string; task: string }) {
  const { api } = useSession();
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const queryKey = ['helpers', taskKey];
  const helpers = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.helpers(taskKey, signal),
    enabled: isOpen,
  });
  const offer = useMutation({
    mutationFn: (offering: boolean) => api.offerHelp(taskKey, offering),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const answer = helpers.data ?? null;
  const error = offer.error ?? helpers.error;
  return (
    <AskSomeone
      task={task}
      isOpen={isOpen}
      onOpen={setOpen}
      answer={
        answer !== null && offer.isPending ? { ...answer, offering: offer.variables } : answer
      }
      failure={error === null ? null : failureInWords(error)}
      onOffer={offer.mutate}
    />
  );
}
