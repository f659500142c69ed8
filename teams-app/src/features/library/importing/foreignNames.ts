import type { ImportRow, LentName } from '@last-mile/shared/library';

/** What the programme calls its work: its mapped tasks, or its job families. */
type Ours = readonly LentName[];

/** A task that a row names and the programme does not have; undefined where there is none. */
function foreignTask({ taskKey, task }: ImportRow, ours: Ours): LentName | undefined {
  if (ownTask({ taskKey, task }, ours) !== undefined) return undefined;
  const key = taskKey?.toLowerCase() ?? task;
  return key === undefined ? undefined : { key, name: task ?? key };
}

/** The task of ours that a row means, by its key, else by its name. */
function ownTask({ taskKey, task }: Pick<ImportRow, 'taskKey' | 'task'>, ours: Ours) {
  const key = taskKey?.toLowerCase();
  return (ours.find((one) => one.key === key) ?? named(task, ours))?.key;
}

const named = (name: string | undefined, ours: Ours) =>
  ours.find((one) => name !== undefined && isSame(one.name, name));

const ownFamily = (family: string, ours: Ours) =>
  (ours.find(({ key }) => key === family) ?? named(family, ours))?.key;

const isSame = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** The tasks that rows name and the programme does not have, each once. */
export function foreignTasks(rows: readonly ImportRow[], tasks: Ours): LentName[] {
  return eachOnce(rows.flatMap((row) => foreignTask(row, tasks) ?? []));
}

/** The job families that rows name and the programme does not have, each once. */
export function foreignFamilies(rows: readonly ImportRow[], families: Ours): LentName[] {
  const named = rows.flatMap(({ jobFamilies = [] }) => jobFamilies);
  return eachOnce(
    [...new Set(named)]
      .filter((family) => ownFamily(family, families) === undefined)
      .map((family) => ({ key: family, name: family })),
  );
}

/** Names by their keys, in order; one without a name of its own gives way to one that has it. */
export function eachOnce(names: readonly LentName[]): LentName[] {
  const known = new Map<string, LentName>();
  for (const one of names) {
    const before = known.get(one.key);
    if (before === undefined || before.name === before.key) known.set(one.key, one);
  }
  return [...known.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/** What the programme calls its work, and what others' names stand for. */
export interface OwnWords {
  readonly tasks: { readonly known: Ours; readonly of: (theirs: LentName) => string | null };
  readonly families: { readonly known: Ours; readonly of: (theirs: LentName) => string | null };
}

/** The row in our words: what stands for nothing here is left empty. A step belongs to its task. */
export function inOwnWords(row: ImportRow, { tasks, families }: OwnWords): ImportRow {
  const { task, taskKey: named, stepKey, jobFamilies, ...rest } = row;
  const theirs = foreignTask(row, tasks.known);
  const taskKey = theirs ? tasks.of(theirs) : ownTask({ taskKey: named, task }, tasks.known);
  const isSameTask = taskKey !== undefined && taskKey === named?.toLowerCase();
  const here = jobFamilies?.flatMap(
    (family) =>
      ownFamily(family, families.known) ?? families.of({ key: family, name: family }) ?? [],
  );
  return {
    ...rest,
    ...(taskKey == null ? {} : { taskKey }),
    ...(stepKey !== undefined && isSameTask ? { stepKey } : {}),
    ...(here === undefined ? {} : { jobFamilies: [...new Set(here)] }),
  };
}
