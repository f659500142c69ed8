import type { QueryClient } from '@tanstack/react-query';
import { paneQueries, type PaneDoors } from './paneQueries';

/**
 * Finds out what the first screen shows before any screen is drawn: Outlook, whose mailbox it is, the
 * library this device kept for them, and only where there is none, the API's. Never throws: the screen
 * shows what failed.
 */
export async function openAhead(queries: QueryClient, doors: PaneDoors): Promise<void> {
  try {
    const outlook = await queries.query(paneQueries.outlook(doors));
    const session = await queries.query(paneQueries.session(outlook, doors));
    if (session.kept !== null) return;
    await queries.query(paneQueries.library(session, doors.snapshots));
  } catch {
    // The failure is kept with its query.
  }
}
