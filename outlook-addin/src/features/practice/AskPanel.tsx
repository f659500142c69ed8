import { AskSomeone } from '@last-mile/shared/ask-someone';
import type { ApiClient } from '@last-mile/shared/client';
import { failureInWords } from '@last-mile/shared/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

export interface AskPanelProps {
  client: Pick<ApiClient, 'helpers' | 'offerHelp'>;
  taskKey: string;
  /** The task in the words of those who do it. */
  task: string;
}

/** Whom to ask about the task of the open item. The API hears of it only once somebody wants to know. */
export function AskPanel({ client, taskKey, task }: AskPanelProps) {
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const queryKey = ['helpers', taskKey];
  const helpers = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.helpers(taskKey, signal),
    enabled: isOpen,
  });
  const offer = useMutation({
    mutationFn: (offering: boolean) => client.offerHelp(taskKey, offering),
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
