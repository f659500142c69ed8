import { recountWeeks } from './activity';
import { recountDrafting } from './drafting';
import { recountFeedback, recountImprovements } from './feedback';
import { recountDecay, recountHabit, recountRetention } from './habits';
import { readFacts, type Asked } from './readFacts';
import { recountTasks, recountTrust } from './trust';

export type Recount = Awaited<ReturnType<typeof recount>>;

/**
 * Every measure of the dashboard once more, from the definitions (design 5, decision 0009) and the
 * facts alone: no code of the product, no roll-up, nothing clever.
 */
export async function recount(asked: Asked) {
  const facts = await readFacts(asked);
  const weeks = recountWeeks(facts);
  const rates = new Map(weeks.map(({ monday, active }) => [monday, active]));
  return {
    weeks,
    habit: recountHabit(facts),
    retention: recountRetention(facts),
    decay: recountDecay(facts, (monday) => rates.get(monday) ?? { n: 0, of: 0 }),
    drafting: recountDrafting(facts),
    trust: recountTrust(facts),
    tasks: recountTasks(facts),
    feedback: recountFeedback(facts),
    improvements: recountImprovements(facts),
  };
}
