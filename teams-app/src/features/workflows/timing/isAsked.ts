import type { MeResponse } from '@last-mile/shared/programme';
import type { WorkflowMap } from '@last-mile/shared/workflows';

/** Whether somebody is asked how long a task takes: its job family, or everybody where it is for all. */
export function isAsked(
  { jobFamily, steps }: Pick<WorkflowMap, 'jobFamily' | 'steps'>,
  me: Pick<MeResponse, 'jobFamily'>,
): boolean {
  const isTheirs = jobFamily === '' || me.jobFamily === null || me.jobFamily === jobFamily;
  return steps.length > 0 && isTheirs;
}
