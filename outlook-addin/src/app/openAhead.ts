import type { QueryClient } from '@tanstack/react-query';
import type { LibrarySnapshot } from '../features/library/librarySnapshot';
import type { KeptChoices } from './keptChoices';
import type { OfficeHost } from './officeHost';
import { paneQueries, type PaneDoors } from './paneQueries';

/** What the first screen shows, and for whom. */
export interface OpenedPane {
  readonly host: OfficeHost;
  readonly choices: KeptChoices;
  readonly account: string;
  readonly snapshot: LibrarySnapshot;
}

/**
 * Finds out what the first screen shows before any screen is drawn: Outlook, whose mailbox it is, the
 * library this device kept for them, and only where there is none, the API's. Null where one of them
 * cannot be had: the screen shows what failed. Never throws.
 */
export async function openAhead(
  queries: QueryClient,
  doors: PaneDoors,
): Promise<OpenedPane | null> {
  try {
    const outlook = await queries.query(paneQueries.outlook(doors));
    const session = await queries.query(paneQueries.session(outlook, doors));
    const { host, choices } = outlook;
    const { account, kept } = session;
    const snapshot = kept ?? (await queries.query(paneQueries.library(session, doors)));
    return { host, choices, account, snapshot };
  } catch {
    // The failure is kept with its query.
    return null;
  }
}
