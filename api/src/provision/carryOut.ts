import { GraphError, isPassing } from '../graph/graphError';
import { PermissionMissing } from './permissionMissing';
import type { AskedScope, Change } from './step';
import type { Surroundings } from './surroundings';

/** What a command found to do, and what stands in its way. */
export interface Work {
  readonly changes: readonly Change[];
  readonly conflicts: readonly string[];
}

export interface CarryOutOptions<Plan extends Work> {
  /** Reads what the tenant holds; asked again after an interruption. */
  readonly plan: () => Promise<Plan>;
  readonly dryRun: boolean;
  /** Whether the changes that were shown may be made. */
  readonly isAgreed: (plan: Plan) => Promise<boolean>;
  readonly needed: Needed;
  /** What is said where there is nothing to change. */
  readonly inPlace?: string;
  readonly surroundings: Surroundings;
}

interface Needed {
  readonly scopes: readonly Pick<AskedScope, 'scope'>[];
  /** The role of the admin who can do it. */
  readonly admin: string;
}

/** Something has to be decided by a person before anything is changed. */
class Undecided extends Error {
  override readonly name = 'Undecided';
}

/** Said at the end of a run that only showed what it would do. */
export const dryRunWords = '\nThis was a dry run: nothing was changed.';

/** Lost answers in a row after which a run gives up; another run goes on from there. */
const mostInterruptions = 5;

/**
 * Shows what is to be done and why, and does it once that is agreed. Where an answer was lost, the plan
 * is made anew from what the tenant holds, and what it still lists of the agreed changes is done. Answers
 * the last plan, or undefined where nothing was agreed.
 */
export async function carryOut<Plan extends Work>(
  options: CarryOutOptions<Plan>,
): Promise<Plan | undefined> {
  const { surroundings, needed, inPlace = 'everything is in place' } = options;
  let plan = await naming('Reading what is there', needed, options.plan);
  if (plan.conflicts.length > 0) throw new Undecided(plan.conflicts.join('\n'));
  if (plan.changes.length === 0) surroundings.tell(`Nothing to do: ${inPlace}.`);
  show(plan.changes, surroundings.tell);
  if (plan.changes.length === 0 || options.dryRun) return plan;
  if (!(await options.isAgreed(plan))) {
    surroundings.tell('Nothing was changed.');
    return undefined;
  }

  const agreed = new Set(plan.changes.map(({ what }) => what));
  for (let interruptions = 0; ;) {
    try {
      await makeChanges(plan.changes);
      return plan;
    } catch (error) {
      if (!(error instanceof GraphError) || !isPassing(error.status)) throw error;
      interruptions += 1;
      if (interruptions === mostInterruptions) throw error;
      surroundings.tell(`An answer was lost (${error.message}). Looking at what was done.`);
      await surroundings.wait(2000 * interruptions);
      plan = await options.plan();
      refuseOthers(plan);
    }
  }

  async function makeChanges(changes: readonly Change[]): Promise<void> {
    for (const { what, needs, apply } of changes) {
      await naming(
        what,
        needs === undefined ? needed : { ...needed, scopes: [{ scope: needs }] },
        apply,
      );
      surroundings.tell(`  done: ${what}`);
    }
  }

  function refuseOthers(again: Plan): void {
    const other = again.changes.find(({ what }) => !agreed.has(what));
    const stands = [...again.conflicts, ...(other ? [`This is new: ${other.what}.`] : [])];
    if (stands.length === 0) return;
    throw new Undecided(`What is there has changed meanwhile. ${stands.join(' ')} Run it again.`);
  }
}

function show(changes: readonly Change[], tell: (line: string) => void): void {
  for (const [index, { what, why, loses }] of changes.entries()) {
    tell(`  ${index + 1}. ${what}\n     ${why}`);
    if (loses !== undefined) tell(`     What goes: ${loses}`);
  }
}

/** Does `work`; where Graph refuses the sign-in, says what was refused and what it takes. */
async function naming<T>(
  what: string,
  { scopes, admin }: Needed,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GraphError) || error.status !== 403) throw error;
    const names = scopes.map(({ scope }) => scope).join(', ');
    throw new PermissionMissing(
      `${what}: Microsoft Graph refused it (${error.code || '403'}). It takes ${names} and the role ${admin}. ` +
        'Where the permission is there, the role is missing. A Privileged Role Administrator or a ' +
        'Global Administrator can give both.',
      { cause: error },
    );
  }
}
