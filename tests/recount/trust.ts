import { ofMembers } from './activity';
import { dayIn, mondayOf } from './calendar';
import { compareTemplates, inLastTwelve } from './drafting';
import { figureOver, medianOf, type Figure } from './figure';
import type { Facts, Item } from './readFacts';
import { textOf } from './readItem';
import type { PairedShift } from './signedRank';

export interface Trust {
  readonly keptShare: Figure;
  readonly redoRate: Figure;
  readonly flagsPer100: Figure;
}

export interface Task {
  readonly key: string;
  readonly task: string;
  readonly jobFamily: string;
  readonly publishedItems: number;
  readonly uses: Figure;
  readonly withTemplate: PairedShift | null;
  readonly trust: Trust;
}

/** About everything in the last twelve closed weeks. */
export function recountTrust(facts: Facts): Trust {
  return trustIn(facts, () => true);
}

/** Task by task: its published items, and drafts for it with and without a template. */
export function recountTasks(facts: Facts): Task[] {
  const counts = counting(facts);
  return facts.items('Workflows').map((task): Task => {
    const items = facts
      .items('Library')
      .filter((item) => textOf(item, 'Status') === 'published')
      .filter((item) => textOf(item, 'TaskKey')?.toLowerCase() === task.key)
      .map(({ key }) => key);
    const isOfTask = (item: string | null) => item !== null && items.includes(item);
    return {
      key: task.key,
      task: textOf(task, 'Title') ?? '',
      jobFamily: textOf(task, 'JobFamily') ?? '',
      publishedItems: items.length,
      uses: figureOver(
        facts.actions.filter(counts).filter(({ item }) => isOfTask(item)),
        (uses) => uses.length,
      ),
      withTemplate: compareTemplates(
        facts.drafts.filter(counts).filter((draft) => draft.task === task.key),
      ),
      trust: trustIn(facts, isOfTask),
    };
  });
}

function counting(facts: Facts) {
  const [isMembers, isRecent] = [ofMembers(facts), inLastTwelve(facts)];
  return (fact: { person: string; week: string }) => isRecent(fact) && isMembers(fact);
}

function trustIn(facts: Facts, about: (item: string | null) => boolean): Trust {
  const [counts, isRecent] = [counting(facts), inLastTwelve(facts)];
  const flags = facts
    .items('Feedback')
    .filter(isFlagOnOutput)
    .filter((flag) => about(textOf(flag, 'AboutKey')?.toLowerCase() ?? null))
    .map((flag) => new Date(textOf(flag, 'SubmittedAt') ?? ''))
    .filter((at) => isRecent({ week: mondayOf(dayIn(facts.timeZone, at)) }));
  return {
    keptShare: figureOver(
      facts.drafts
        .filter(counts)
        .filter(({ item, keptShare }) => keptShare !== null && about(item)),
      medianOf(({ keptShare }) => keptShare),
    ),
    redoRate: figureOver(
      facts.answers.filter(counts).filter(({ item }) => about(item)),
      (answers) => answers.filter(({ redo }) => redo).length / answers.length,
    ),
    flagsPer100: figureOver(
      facts.actions.filter(counts).filter(({ item }) => item !== null && about(item)),
      (uses) => (100 * flags.length) / uses.length,
    ),
  };
}

/** On a library item or on what an assistant wrote. */
const isFlagOnOutput = (item: Item) =>
  textOf(item, 'Kind') === 'flag' &&
  ['libraryItem', 'aiOutput'].includes(textOf(item, 'AboutType') ?? '');
