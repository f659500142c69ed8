import type { Programme } from '@last-mile/shared/programme';
import { jobFamilyName } from '../../app/jobFamilyName';
import { practiceTexts as texts } from './practiceTexts';

/** A job family's name; of none, that the session is everybody's. */
export function familyName(programme: Programme, jobFamily: string | null): string {
  if (jobFamily === null) return texts.everyone;
  return jobFamilyName(programme, jobFamily);
}
