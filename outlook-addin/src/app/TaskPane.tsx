import { Button } from '@fluentui/react-components';
import { EmptyState, HostThemeProvider } from '@last-mile/shared/ui';
import { QueryClientProvider, useQuery, type QueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { OutlookNotThere } from './officeHost';
import { Opening } from './Opening';
import { OpenPane } from './OpenPane';
import { PaneProblem } from './PaneNotice';
import { paneQueries, type ConnectedOutlook, type PaneDoors } from './paneQueries';
import { paneTexts as texts } from './paneTexts';

export interface TaskPaneProps {
  /** The page's style nonce. */
  nonce: string | null;
  /** What `openAhead` has found out. */
  queries: QueryClient;
  doors: PaneDoors;
}

/** The whole pane: Outlook, then a person, then their library. */
export function TaskPane({ nonce, queries, doors }: TaskPaneProps) {
  return (
    <QueryClientProvider client={queries}>
      <ConnectedPane nonce={nonce} doors={doors} />
    </QueryClientProvider>
  );
}

function ConnectedPane({ nonce, doors }: Pick<TaskPaneProps, 'nonce' | 'doors'>) {
  const outlook = useQuery(paneQueries.outlook(doors));
  const host = outlook.data?.host;
  const theme = useSyncExternalStore(
    host?.onThemeChanged ?? never,
    host?.theme ?? (() => 'default' as const),
  );
  return (
    <HostThemeProvider theme={theme} nonce={nonce}>
      {outlook.isPending && <Opening label={texts.starting} />}
      {outlook.isError && (
        <NoOutlook error={outlook.error} onRetry={() => void outlook.refetch()} />
      )}
      {outlook.data !== undefined && <PersonsPane outlook={outlook.data} doors={doors} />}
    </HostThemeProvider>
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

function PersonsPane({ outlook, doors }: { outlook: ConnectedOutlook; doors: PaneDoors }) {
  const { host, signIn, choices } = outlook;
  // In the step that draws this in place of the first rows, and once.
  const [begun] = useState(doors.takeBegun);
  const session = useQuery(paneQueries.session(outlook, doors));

  if (session.isPending) return <Opening label={texts.starting} />;
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
      doors={doors}
      signIn={signIn}
      tab={doors.tab}
      begun={begun}
    />
  );
}

const never = () => () => undefined;
