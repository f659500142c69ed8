import { canTriage, type QueueItem } from '@last-mile/shared/feedback';
import type { OpenAct } from '../queue/queuePlace';

/** Acts in the order in which they are offered. */
const acts: readonly OpenAct[] = [
  'takeUp',
  'close',
  'assign',
  'adjustPrompt',
  'sendToVendor',
  'merge',
  'holdBack',
  'share',
  'reopen',
];

/** What can be done next with a piece of feedback, the most likely first. The API decides again. */
export function possibleActs(item: QueueItem): readonly OpenAct[] {
  if (item.eTag === null) return [];
  const already = item.heldBack ? 'holdBack' : 'share';
  return acts.filter((act) => act !== already && canTriage(item, act).allowed);
}
