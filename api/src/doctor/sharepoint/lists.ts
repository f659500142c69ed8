import type { ColumnStep } from '../../provision/sharepoint/columnSteps';
import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import type { FoundList } from './readLists';

const repair =
  'npm run provision -- --step sharepoint (it adds what is missing and removes nothing)';

/** Whether the site has every list. */
function judgePresence(lists: readonly FoundList[]): Finding {
  const missing = lists.filter(({ state }) => state === 'missing');
  const foreign = lists.filter(({ state }) => state === 'notOurs');
  const why = 'what belongs into it is kept and not delivered, and its screens stand still';
  const names = (those: readonly FoundList[]) => those.map(({ name }) => name).join(', ');
  if (missing.length > 0) {
    return problem(
      `the site has no list ${names(missing)}`,
      why,
      `If somebody renamed or deleted it, name it so again or restore it from the site’s recycle bin; otherwise make it: ${repair}.`,
    );
  }
  if (foreign.length > 0) {
    return problem(
      `not made by Last Mile: ${names(foreign)}`,
      why,
      `Rename that list (the list → Settings → List settings → List name), then ${repair}.`,
    );
  }
  return ok(`all ${lists.length} are there`);
}

const stepsOf = (lists: readonly FoundList[]) =>
  lists.flatMap((list) =>
    list.state === 'ours' ? list.steps.map((step) => ({ list: list.name, step })) : [],
  );

const isIndex = (step: ColumnStep) => step.kind === 'change' && step.body['indexed'] === true;

/** Whether each list has the columns of this version, with the right types and choices. */
function judgeColumns(lists: readonly FoundList[]): Finding {
  const why =
    'SharePoint refuses items with it: they wait, and are not lost, until the column is right';
  const steps = stepsOf(lists);
  const conflicts = steps.flatMap(({ step }) => (step.kind === 'conflict' ? [step.what] : []));
  if (conflicts.length > 0) {
    return problem(
      conflicts.join('; '),
      why,
      `Rename or remove the column by hand (the list → Settings → List settings), then ${repair}.`,
    );
  }
  const missing = steps.flatMap(({ list, step }) => {
    if (step.kind === 'add') return [`${list}.${step.column.name}`];
    return step.kind === 'change' && !isIndex(step)
      ? [`${step.what} of ${list}.${step.found.name}`]
      : [];
  });
  if (missing.length > 0) return problem(`missing: ${missing.join('; ')}`, why, `Add: ${repair}.`);
  return ok('as this version needs them');
}

/** Whether what is looked up is indexed, and what must be unique is held unique. */
function judgeIndexes(lists: readonly FoundList[]): Finding {
  const steps = stepsOf(lists);
  const toDo = `Switch on: ${repair}.`;
  const notUnique = steps.flatMap(({ list, step }) =>
    step.kind === 'unique' ? [`${list}.${step.found.name}`] : [],
  );
  if (notUnique.length > 0) {
    return problem(
      `not held unique: ${notUnique.join(', ')}`,
      'an item whose answer was lost on the way could be made twice',
      toDo,
    );
  }
  const notIndexed = steps.flatMap(({ list, step }) =>
    step.kind === 'change' && isIndex(step) ? [`${list}.${step.found.name}`] : [],
  );
  if (notIndexed.length > 0) {
    return problem(
      `not indexed: ${notIndexed.join(', ')}`,
      'SharePoint refuses to look items up: what was sent cannot be told from what was lost',
      toDo,
    );
  }
  return ok('as this version needs them');
}

export const listChecks: readonly Check<Ground>[] = [
  {
    id: 'lists.present',
    title: 'Lists',
    look: async ({ lists }) => judgePresence(await lists.result()),
  },
  {
    id: 'lists.columns',
    title: 'Columns of the lists',
    look: async ({ lists }) => judgeColumns(await lists.needed()),
  },
  {
    id: 'lists.indexes',
    title: 'Indexes and unique keys',
    look: async ({ lists }) => judgeIndexes(await lists.needed()),
  },
];
