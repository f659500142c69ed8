import type { Programme } from '@last-mile/shared/programme';
import { jobFamilyName } from '../../app/jobFamilyName';
import { workflowsTexts as texts } from './workflowsTexts';

/** A job family's name; of none, that the task is everybody's. */
export function familyName(programme: Programme, jobFamily: string): string {
  if (jobFamily === '') return texts.everyone;
  return jobFamilyName(programme, jobFamily);
}
