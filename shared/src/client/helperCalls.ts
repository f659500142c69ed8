import { helpersResponse, helpOfferKept } from '../practice';
import type { Requests } from './requests';

/** Asks who helps with a task, and offers one's own help. */
export const helperCalls = ({ get, post }: Pick<Requests, 'get' | 'post'>) => ({
  helpers: (taskKey: string, signal?: AbortSignal) =>
    get(helpersResponse, `/api/practice/tasks/${encodeURIComponent(taskKey)}/helpers`, signal),
  offerHelp: (taskKey: string, offering: boolean) =>
    post(helpOfferKept, `/api/practice/tasks/${encodeURIComponent(taskKey)}/helpers`, {
      offering,
    }),
});
