import { canTriage, type QueueItem } from '@last-mile/shared/feedback';
import { openActs, type OpenAct } from '../queue/queuePlace';

/** What can be done next with a piece of feedback, the most likely first. The API decides again. */
export function possibleActs(item: QueueItem): readonly OpenAct[] {
  if (item.eTag === null) return [];
  const already = item.heldBack ? 'holdBack' : 'share';
  return openActs.filter((act) => act !== already && canTriage(item, act).allowed);
}
