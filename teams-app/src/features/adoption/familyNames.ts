import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';

/** The answer with its job families by the names the programme gives them; an unknown one stays as it is. */
export function withFamilyNames(
  answer: DashboardResponse,
  { jobFamilies }: Pick<Programme, 'jobFamilies'>,
): DashboardResponse {
  const names = new Map(jobFamilies.map(({ id, name }) => [id, name]));
  const named = (id: string) => names.get(id) ?? id;
  return {
    ...answer,
    jobFamilies: answer.jobFamilies.map((group) => ({ ...group, name: named(group.name) })),
    tasks: answer.tasks.map((task) => ({ ...task, jobFamily: named(task.jobFamily) })),
  };
}
