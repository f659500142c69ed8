import type { ApiClient } from '@last-mile/shared/client';
import type { ProgrammeDraft } from '@last-mile/shared/programme';
import type { DraftNames } from './draftInWords';
import type { Found } from './startQueries';

/** What the steps of the guided start show and change. */
export interface StepProps extends DraftNames {
  api: ApiClient;
  /** Object id of who sets it up. */
  userId: string;
  draft: ProgrammeDraft;
  change: (part: Partial<ProgrammeDraft>) => void;
  /** Remembers what somebody, or a group, is called. */
  learn: (found: Found) => void;
}
