import type { NoticesResponse } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import { countParked } from './noticeStore';

/** Says whether anybody is notified at all, and how many people with a name could not be. */
export type NoticesStatus = (programme: Programme) => Promise<NoticesResponse>;

/** What champions may know: counts of people whose name is known anyway. */
export function createNoticesStatus(
  database: Database,
  sending: boolean,
  now: () => Date,
): NoticesStatus {
  return async ({ clientKey }) => {
    const parked = await countParked(database, clientKey, now());
    return {
      sending,
      notInstalled: parked.get('notInstalled') ?? 0,
      notPermitted: parked.get('notPermitted') ?? 0,
      refused: parked.get('refused') ?? 0,
    };
  };
}
