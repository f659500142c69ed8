import type { ApiClient } from '@last-mile/shared/client';
import type { MeResponse } from '@last-mile/shared/programme';
import type { Formats } from '../../app/formats';

/** What an admin's pages stand on: no session, as admins may be in no programme. */
export interface OperationsPageProps {
  api: ApiClient;
  me: Pick<MeResponse, 'roles'>;
  formats: Pick<Formats, 'moment' | 'number' | 'decimal' | 'percent' | 'minutes' | 'day'>;
}
