import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ClientConfig } from '@last-mile/shared/client';
import { EmptyState, HostThemeProvider, LoadingRows } from '@last-mile/shared/ui';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { createSnapshotStore, type SnapshotStore } from '../features/library/snapshotStore';
import { createKeptChoices } from './keptChoices';
import { OutlookNotThere, type OfficeHost } from './officeHost';
import { OpenPane } from './OpenPane';
import { PaneProblem } from './PaneNotice';
import { openPaneSession } from './paneSession';
import { paneTexts as texts } from './paneTexts';
import { createSignIn, type SignIn } from './signIn';

export interface TaskPaneProps {
  config: ClientConfig;
  /** Connects to Outlook; throws {@link OutlookNotThere}. */
  connect: () => Promise<OfficeHost>;
  /** The doors to the outside, for tests. */
  doors?: Partial<PaneDoors>;
}

/** What the pane reaches besides Outlook. */
interface PaneDoors {
  readonly createSignIn: (host: OfficeHost) => SignIn;
  readonly snapshots: SnapshotStore;
  readonly storage: Storage | undefined;
  readonly fetch: typeof fetch | undefined;
}

/** The whole pane: waits for Outlook, then for a person, then shows their library. */
export function TaskPane({ config, connect, doors = {} }: TaskPaneProps) {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <ConnectedPane
        nonce={config.styleNonce}
        connect={connect}
        doors={{
          createSignIn: (host) => createSignIn({ config, nestedAppAuth: host.nestedAppAuth }),
          snapshots: createSnapshotStore(globalThis.indexedDB),
          storage: globalThis.localStorage,
          fetch: undefined,
          ...doors,
        }}
      />
    </QueryClientProvider>
  );
}

/** Failures are shown at once, with a way to try again; the pane decides itself what to do offline. */
function createQueryClient() {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' } },
  });
}

interface ConnectedPaneProps {
  nonce: string | null;
  connect: () => Promise<OfficeHost>;
  doors: PaneDoors;
}

function ConnectedPane({ nonce, connect, doors }: ConnectedPaneProps) {
  const outlook = useQuery({ queryKey: ['outlook'], queryFn: connect, staleTime: Infinity });
  const host = outlook.data;
  const theme = useSyncExternalStore(
    host?.onThemeChanged ?? never,
    host?.theme ?? (() => 'default' as const),
  );
  return (
    <HostThemeProvider theme={theme} nonce={nonce}>
      {outlook.isPending && <Starting />}
      {outlook.isError && (
        <NoOutlook error={outlook.error} onRetry={() => void outlook.refetch()} />
      )}
      {host !== undefined && <PersonsPane host={host} doors={doors} />}
    </HostThemeProvider>
  );
}

function Starting() {
  const styles = useStyles();
  return (
    <div className={styles.waiting}>
      <LoadingRows label={texts.starting} rows={7} />
    </div>
  );
}

function NoOutlook({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const words = texts.notThere[error instanceof OutlookNotThere ? error.reason : 'noAnswer'];
  return (
    <main aria-label={texts.name}>
      <EmptyState
        heading="h1"
        title={words.title}
        action={<Button onClick={onRetry}>{texts.retry}</Button>}
      >
        {words.text}
      </EmptyState>
    </main>
  );
}

function PersonsPane({ host, doors }: { host: OfficeHost; doors: PaneDoors }) {
  const signIn = useMemo(() => doors.createSignIn(host), [doors, host]);
  const choices = useMemo(() => createKeptChoices(host.partition, doors.storage), [doors, host]);
  const session = useQuery({
    queryKey: ['session'],
    queryFn: () =>
      openPaneSession({
        mailbox: host.mailbox?.emailAddress ?? null,
        signIn,
        choices,
        snapshots: doors.snapshots,
        onOtherAccount: () => void session.refetch(),
        ...(doors.fetch === undefined ? {} : { fetch: doors.fetch }),
      }),
    staleTime: Infinity,
    refetchOnReconnect: (query) => query.state.status === 'error',
  });

  if (session.isPending) return <Starting />;
  const withDialog = (claims?: string) => {
    // What went wrong in the dialog shows in the next silent try.
    void signIn.withDialog(claims).then(
      () => session.refetch(),
      () => session.refetch(),
    );
  };
  if (session.isError) {
    return (
      <main aria-label={texts.name}>
        <PaneProblem
          error={session.error}
          onRetry={() => void session.refetch()}
          onSignIn={withDialog}
        />
      </main>
    );
  }
  return (
    <OpenPane
      key={session.data.account}
      host={host}
      session={session.data}
      choices={choices}
      snapshots={doors.snapshots}
      signIn={signIn}
    />
  );
}

const never = () => () => undefined;

const useStyles = makeStyles({
  waiting: { padding: tokens.spacingHorizontalL },
});
