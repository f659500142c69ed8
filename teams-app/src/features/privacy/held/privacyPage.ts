import type { ApiClient } from '@last-mile/shared/client';
import type { MeResponse } from '@last-mile/shared/programme';
import type { Formats } from '../../../app/formats';

/** What the pages about held data stand on: no session, as people in no programme have them too. */
export interface PrivacyPageProps {
  api: ApiClient;
  me: Pick<MeResponse, 'roles'>;
  formats: Pick<Formats, 'day' | 'moment'>;
}
