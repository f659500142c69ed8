import { ofMembers } from './activity';
import { dayIn, mondayOf } from './calendar';
import { ofEnough, type Enough } from './enough';
import { compareTemplates } from './drafting';
import { figureOver, medianOf, type Figure } from './figure';
import { closedWeeks } from './habits';
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
  return trustIn(facts, null);
}

/** Task by task: its published items, and drafts for it with and without a template. */
export function recountTasks(facts: Facts): Task[] {
  const uses = usesOf(facts);
  const window = lastTwelve(facts);
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
      uses: figureOver(uses.about(window, isOfTask), (own) => own.length),
      withTemplate: compareTemplates(facts, task.key),
      trust: trustIn(facts, isOfTask),
    };
  });
}

const lastTwelve = (facts: Facts) => closedWeeks(facts).slice(-12);

function usesOf(facts: Facts) {
  const isMember = ofMembers(facts);
  const uses = facts.actions.filter(isMember).filter(({ item }) => item !== null);
  return ofEnough(uses, closedWeeks(facts), isMember, ({ item }) => item);
}

/** Of everything, or of some items. */
function trustIn(facts: Facts, about: ((item: string | null) => boolean) | null): Trust {
  const [isMember, closed, window] = [ofMembers(facts), closedWeeks(facts), lastTwelve(facts)];
  const told = <Fact>(enough: Enough<Fact>) =>
    about ? enough.about(window, about) : enough.all(window);
  const uses = usesOf(facts);
  const kept = ofEnough(
    facts.drafts.filter(isMember).filter(({ keptShare }) => keptShare !== null),
    closed,
    isMember,
    ({ item }) => item,
  );
  const answers = ofEnough(facts.answers.filter(isMember), closed, isMember, ({ item }) => item);
  const flags = facts.reported
    .filter(isFlagOnOutput)
    .map((flag) => ({
      item: textOf(flag, 'AboutKey')?.toLowerCase() ?? null,
      week: mondayOf(dayIn(facts.timeZone, new Date(textOf(flag, 'SubmittedAt') ?? ''))),
    }))
    .filter(({ week }) => window.includes(week))
    // Flags are told of told uses only.
    .filter(({ item, week }) =>
      about ? about(item) && uses.tells(window, week, item) : uses.tells(window, week, null),
    );
  return {
    keptShare: figureOver(
      told(kept),
      medianOf(({ keptShare }) => keptShare),
    ),
    redoRate: figureOver(
      told(answers),
      (given) => given.filter(({ redo }) => redo).length / given.length,
    ),
    flagsPer100: figureOver(told(uses), (used) => (100 * flags.length) / used.length),
  };
}

/** On a library item or on what an assistant wrote. */
const isFlagOnOutput = (item: Item) =>
  textOf(item, 'Kind') === 'flag' &&
  ['libraryItem', 'aiOutput'].includes(textOf(item, 'AboutType') ?? '');
