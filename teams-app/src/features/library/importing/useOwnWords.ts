import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { tasksQuery } from '../../../app/tasksQuery';
import { useNameMapping } from './useNameMapping';

/** What the programme calls its tasks and job families, and what others' names stand for. */
export function useOwnWords() {
  const { api, programme } = useSession();
  const { data: tasks = [] } = useQuery(tasksQuery(api));
  return {
    tasks: useNameMapping(tasks.map(({ clientKey, task }) => ({ key: clientKey, name: task }))),
    families: useNameMapping(programme.jobFamilies.map(({ id, name }) => ({ key: id, name }))),
  };
}
