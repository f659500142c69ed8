import type { TabAddress } from '@last-mile/shared/feedback';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Begun } from '../features/library/drawFirstRows';
import { fetchSnapshot, type LibrarySnapshot } from '../features/library/librarySnapshot';
import type { SnapshotStore } from '../features/library/snapshotStore';
import { languageChoice } from './language';
import { createKeptChoices, type KeptChoices } from './keptChoices';
import type { OfficeHost } from './officeHost';
import { openPaneSession, type PaneSession } from './paneSession';
import type { SignIn } from './signIn';

/** What the pane reaches outside itself. */
export interface PaneDoors {
  /** Connects to Outlook; throws `OutlookNotThere`. */
  readonly connect: () => Promise<OfficeHost>;
  readonly createSignIn: (host: OfficeHost) => SignIn;
  readonly snapshots: SnapshotStore;
  readonly storage: Storage | undefined;
  /** Where Teams has the tab; null where nobody knows by which id Teams knows the app. */
  readonly tab: TabAddress | null;
  /** What was begun in the first rows (decision 0049), once; null for nothing. */
  readonly takeBegun: () => Begun | null;
  /** The library that was fetched for this account before the pane was there, once; null for none. */
  readonly takeFetched: (account: string) => Promise<LibrarySnapshot | null>;
  /** Where requests go. @default the browser's own */
  readonly fetch?: typeof fetch;
}

/** Where a library comes from and goes to, besides the API. */
export type LibraryDoors = Pick<PaneDoors, 'snapshots' | 'takeFetched'>;

/** Outlook, and what is there as soon as it is. */
export interface ConnectedOutlook {
  readonly host: OfficeHost;
  readonly signIn: SignIn;
  readonly choices: KeptChoices;
}

/** Failures are shown at once, with a way to try again; the pane decides itself what to do offline. */
export function createPaneQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
    },
  });
}

/** What failed before the first screen is what that screen shows: it does not ask again by itself. */
const askedAhead = { retryOnMount: false };

/** What `openAhead` asks for, in the order in which each needs the one before. */
export const paneQueries = {
  outlook: ({ connect, createSignIn, storage }: PaneDoors) =>
    queryOptions({
      queryKey: ['outlook'],
      queryFn: async (): Promise<ConnectedOutlook> => {
        const host = await connect().catch(async (error: unknown) => {
          await languageChoice.choose(navigator.language);
          throw error;
        });
        await languageChoice.choose(host.displayLanguage);
        return {
          host,
          signIn: createSignIn(host),
          choices: createKeptChoices(host.partition, storage),
        };
      },
      staleTime: Infinity,
      ...askedAhead,
    }),

  session: ({ host, signIn, choices }: ConnectedOutlook, { snapshots, fetch }: PaneDoors) =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ client }) =>
        openPaneSession({
          mailbox: host.mailbox?.emailAddress ?? null,
          signIn,
          choices,
          snapshots,
          settings: host.settings,
          onOtherAccount: () => void client.refetchQueries({ queryKey: ['session'] }),
          ...(fetch === undefined ? {} : { fetch }),
        }),
      staleTime: Infinity,
      refetchOnReconnect: (query) => query.state.status === 'error',
      ...askedAhead,
    }),

  /** The kept library at once, then the fresh one. */
  library: (
    { account, client, kept, sendWaiting }: PaneSession,
    { snapshots, takeFetched }: LibraryDoors,
  ) =>
    queryOptions({
      queryKey: ['library', account],
      queryFn: async ({ client: queries, signal }) => {
        const snapshot =
          (await takeFetched(account)) ?? (await fetchSnapshot(client, () => new Date(), signal));
        // Nobody has to wait until the device has it.
        void snapshots.write(account, snapshot);
        // The API answers, so what waits can go.
        void sendWaiting().then(() => queries.invalidateQueries({ queryKey: ['refusedFeedback'] }));
        return snapshot;
      },
      ...(kept === null ? {} : { initialData: kept, initialDataUpdatedAt: 0 }),
      staleTime: 60_000,
      refetchOnReconnect: 'always',
      ...askedAhead,
    }),
};
