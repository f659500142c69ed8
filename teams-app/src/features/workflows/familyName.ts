import type { Programme } from '@last-mile/shared/programme';
import { workflowsTexts as texts } from './workflowsTexts';

/** A job family's name; of none, that the task is everybody's. */
export function familyName(programme: Programme, jobFamily: string): string {
  if (jobFamily === '') return texts.everyone;
  return programme.jobFamilies.find(({ id }) => id === jobFamily)?.name ?? jobFamily;
}
