import {
  endedProgramme,
  plannedTarget,
  programmePlan,
  targetResult,
  type EndedProgramme,
  type ProgrammePlan,
  type TargetResult,
} from '@last-mile/shared/programme';
import * as z from 'zod/mini';
import type { ColumnDefinition, FieldValue, Fields } from '../../sync/listDefinition';

/**
 * The columns of a programme's item that hold its plan, and what became of it. Targets and results
 * are kept as JSON, because they have parts of their own.
 */
export const planColumns: readonly ColumnDefinition[] = [
  { name: 'WeeklyHours', type: 'number', displayName: 'Hours a week' },
  { name: 'LighterHours', type: 'number', displayName: 'Hours a week after the active weeks' },
  { name: 'Budget', type: 'number' },
  { name: 'Currency', type: 'text' },
  { name: 'Targets', type: 'multilineText', displayName: 'Targets and baselines' },
  { name: 'Results', type: 'multilineText', displayName: 'What the targets came to' },
  { name: 'Ended', type: 'multilineText', displayName: 'How it ended' },
];

/** What is planned for a programme, how it ended, and what came of it. */
export interface ProgrammeCourse {
  /** Null for a programme that was set up without one. */
  readonly plan: ProgrammePlan | null;
  readonly ended: EndedProgramme | null;
  /** Empty until they are frozen, after the end. */
  readonly results: readonly TargetResult[];
}

/** The columns that hold a plan. The target of the active rate has a column of its own besides. */
export function planFields({ weeklyHours, lighterHours, budget, targets }: ProgrammePlan): Fields {
  const activeRate = targets.find(({ metric }) => metric === 'activeRate');
  return {
    WeeklyHours: weeklyHours,
    LighterHours: lighterHours,
    Budget: budget.amount,
    Currency: budget.currency,
    ...(activeRate && { TargetActiveRate: activeRate.value }),
    ...targetFields(targets),
  };
}

/** The column that holds targets and their baselines. */
export function targetFields(targets: ProgrammePlan['targets']): Fields {
  return { Targets: JSON.stringify(targets) };
}

/** The column that holds what targets came to. */
export function resultFields(results: readonly TargetResult[]): Fields {
  return { Results: JSON.stringify(results) };
}

/** The column that holds how a programme ended. */
export const endedFields = (ended: EndedProgramme): Fields => ({ Ended: JSON.stringify(ended) });

/** What an item says of a programme's course; what cannot be read is not said. */
export function toCourse(fields: Fields): ProgrammeCourse {
  return {
    plan: toPlan(fields),
    ended: endedProgramme.safeParse(jsonIn(fields['Ended'])).data ?? null,
    results: z.array(targetResult).safeParse(jsonIn(fields['Results'])).data ?? [],
  };
}

function toPlan(fields: Fields): ProgrammePlan | null {
  const targets = z.array(plannedTarget).safeParse(jsonIn(fields['Targets'])).data ?? [];
  const activeRate = fields['TargetActiveRate'];
  const parsed = programmePlan.safeParse({
    weeklyHours: fields['WeeklyHours'],
    lighterHours: fields['LighterHours'],
    budget: { amount: fields['Budget'], currency: fields['Currency'] },
    // Whoever changes the readable column in SharePoint means the target.
    targets: targets.map((target) =>
      target.metric === 'activeRate' ? { ...target, value: activeRate } : target,
    ),
  });
  return parsed.data ?? null;
}

function jsonIn(value: FieldValue | undefined): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
