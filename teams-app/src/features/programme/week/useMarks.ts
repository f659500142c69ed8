import { weekClient } from '@last-mile/shared/client';
import type { WorkLine, WorkMark } from '@last-mile/shared/programme';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { weekQueries } from './weekQueries';

/** What is said of a line, under a key of its own: sent again it is the same word. */
export interface Saying {
  readonly clientKey: string;
  readonly line: WorkLine;
  readonly mark: WorkMark['mark'];
}

/** Says something of a line of the owner's week, and shows the list as it is afterwards. */
export function useMarks() {
  const { api } = useSession();
  const queryClient = useQueryClient();
  const marking = useMutation({
    mutationFn: async ({ clientKey, line, mark }: Saying) => {
      const receipt = await weekClient(api).mark({ clientKey, key: line.key, mark });
      await queryClient.invalidateQueries({ queryKey: weekQueries.work(api).queryKey });
      return receipt;
    },
  });
  return {
    marking,
    mark: (line: WorkLine, mark: WorkMark['mark']) => {
      marking.mutate({ clientKey: crypto.randomUUID(), line, mark });
    },
  };
}
