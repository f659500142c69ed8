import type { User } from '@last-mile/shared/user';
import type { ApiClient, UnsentQueue } from '@last-mile/shared/client';
import {
  canChampion,
  canSeeDashboard,
  type MeResponse,
  type Programme,
} from '@last-mile/shared/programme';
import { createContext, useContext } from 'react';
import type { Formats } from './formats';
import type { SignIn } from './signIn';

/** What every page of the tab stands on, once a person of a programme is signed in. */
export interface Session {
  readonly api: ApiClient;
  readonly queue: UnsentQueue;
  readonly me: MeResponse;
  readonly programme: Programme;
  readonly user: User;
  readonly formats: Formats;
  /** Asks the person to consent to what a page needs of their own Microsoft 365: call it from a click. */
  readonly consent: SignIn['consent'];
  /** What the person may do here. The API decides again on every request. */
  readonly may: { readonly champion: boolean; readonly seeDashboard: boolean };
  /** Lets the host show a link to a place in the tab; false where it cannot. */
  readonly shareLink: (link: { subPageId: string; label: string }) => boolean;
  /** Posts such a link into a channel or a chat; undefined where the host has no way to. */
  readonly shareToTeams:
    ((link: { subPageId: string; label: string }) => Promise<void>) | undefined;
}

/** What a person may see in the tab: what cannot be had is not offered. */
export function standingOf(programme: Programme, user: User): Session['may'] {
  return {
    champion: canChampion(programme, user).allowed,
    seeDashboard: canSeeDashboard(programme, user).allowed,
  };
}

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

/** The session of the signed-in person; only pages inside the shell may ask. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('No session: this page is shown inside the shell.');
  return session;
}
