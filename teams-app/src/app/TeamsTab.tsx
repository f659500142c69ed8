import { createUnsentQueue, type ClientConfig } from '@last-mile/shared/client';
import { spokenLanguage } from '@last-mile/shared/language';
import type { MeResponse } from '@last-mile/shared/programme';
import { HostThemeProvider, LoadError, LoadingRows } from '@last-mile/shared/ui';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { programmeQueries } from '../features/programme/programmeQueries';
import { appTexts } from './appTexts';
import { createFormats } from './formats';
import { noProgrammePage } from './lazyPages';
import type { OpenedTab } from './openAhead';
import { PageBoundary } from './PageBoundary';
import { Pages } from './Pages';
import { usePrinting } from './printing';
import { SessionProvider, standingOf, type Session } from './session';
import type { SignIn } from './signIn';
import { SignInNotice } from './SignInNotice';
import type { TeamsHost } from './teamsHost';

export interface TeamsTabProps {
  host: TeamsHost;
  config: Pick<ClientConfig, 'tenantId' | 'styleNonce'>;
  signIn: SignIn;
  /** What `openAhead` has found out. */
  opened: OpenedTab;
}

/** The tab inside a host: theme, sign-in, who the person is, and then their pages. */
export function TeamsTab({ host, config, signIn, opened }: TeamsTabProps) {
  const hostTheme = useSyncExternalStore(host.theme.subscribe, host.theme.get);
  // Paper is light, whatever the host is.
  const theme = usePrinting() ? 'default' : hostTheme;
  return (
    <HostThemeProvider theme={theme} nonce={config.styleNonce}>
      <PageBoundary>
        <QueryClientProvider client={opened.queries}>
          <SignedIn host={host} tenantId={config.tenantId} signIn={signIn} api={opened.api} />
        </QueryClientProvider>
      </PageBoundary>
    </HostThemeProvider>
  );
}

interface SignedInProps {
  host: TeamsHost;
  tenantId: string;
  signIn: SignIn;
  api: Session['api'];
}

function SignedIn({ host, tenantId, signIn, api }: SignedInProps) {
  const state = useSyncExternalStore(signIn.state.subscribe, signIn.state.get);
  // What failed before the first screen is what that screen shows.
  const me = useQuery({ ...programmeQueries.me(api), retryOnMount: false });
  const settled = me.isSuccess || me.isError || state.needed;
  useEffect(() => {
    if (settled) host.succeeded();
  }, [host, settled]);

  const overPage = me.data !== undefined;
  return (
    <>
      {state.needed && <SignInNotice signIn={signIn} failure={state.failure} overPage={overPage} />}
      {me.data !== undefined ? (
        <Person
          me={me.data}
          api={api}
          host={host}
          tenantId={tenantId}
          consent={signIn.consent}
          onLookAgain={() => void me.refetch()}
        />
      ) : me.isError ? (
        <LoadError error={me.error} onRetry={() => void me.refetch()} />
      ) : state.needed ? null : (
        <LoadingRows label={appTexts.findingProgramme} />
      )}
    </>
  );
}

interface PersonProps {
  me: MeResponse;
  api: Session['api'];
  host: TeamsHost;
  tenantId: string;
  consent: SignIn['consent'];
  onLookAgain: () => void;
}

function Person({ me, api, host, tenantId, consent, onLookAgain }: PersonProps) {
  const { userId } = me;
  const queue = useMemo(
    () => createUnsentQueue({ account: `${tenantId}.${userId}`, client: api }),
    [tenantId, userId, api],
  );
  const session = useMemo<Session | null>(() => {
    if (me.programme === null) return null;
    const user = { tenantId, userId, roles: me.roles };
    return {
      api,
      queue,
      me,
      programme: me.programme,
      user,
      formats: createFormats(spokenLanguage().locale),
      consent,
      may: standingOf(me.programme, user),
      shareLink: host.shareLink,
      shareToTeams: host.shareToTeams,
    };
  }, [me, api, queue, host, tenantId, userId, consent]);

  if (session === null) return <noProgrammePage.Page {...{ api, me, onLookAgain }} />;
  return (
    <SessionProvider value={session}>
      <Pages />
    </SessionProvider>
  );
}
