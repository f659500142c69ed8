import {
  app,
  authentication,
  FrameContexts,
  nestedAppAuth,
  pages,
  sharing,
} from '@microsoft/teams-js';
import { withinTime } from '@last-mile/shared/client';
import type { HostTheme } from '@last-mile/shared/ui';
import { entityLink } from './entityLink';
import { createWatched, type Watched } from './watched';

/** What the tab knows of, and asks of, the host that frames it. None of it authorises anything. */
export interface TeamsHost {
  /** BCP 47 locale of the host. */
  readonly locale: string;
  /** Object id of the person the host says it is; null where it does not tell. */
  readonly userId: string | null;
  /** Where a deep link wants to go inside the tab, for example `library/<clientKey>`. */
  readonly subPageId: string | undefined;
  readonly theme: Watched<HostTheme>;
  /** Whether the host offers nested app authentication. */
  readonly nestedAppAuth: boolean;
  /** The host's own token for our API, the fallback where nested app authentication is missing. */
  readonly authToken: (request: { claims?: string; silent: boolean }) => Promise<string>;
  /** Lets the host show a link to a place in this tab. False: this host cannot. */
  readonly shareLink: (link: { subPageId: string; label: string }) => boolean;
  /**
   * Opens the host's dialog that posts a link to a place in this tab into a channel or a chat.
   * Undefined where the host has none, or does not say how this app is linked to.
   */
  readonly shareToTeams:
    ((link: { subPageId: string; label: string }) => Promise<void>) | undefined;
  /** The first screen stands: the host takes its loading indicator away. */
  readonly appLoaded: () => void;
  /** The tab is of use to the person. */
  readonly succeeded: () => void;
  readonly failed: (message: string) => void;
}

/** A host that knows us answers in milliseconds; an unknown one never does. */
const hostTimeoutMs = 5_000;

/**
 * Connects to the host that frames the page; null where there is none, or none that is trusted.
 * Microsoft's hosts are known to teams-js; `hostOrigins` adds the local tenant's in development.
 */
export async function connectToTeams(
  hostOrigins: readonly string[],
  timeoutMs = hostTimeoutMs,
): Promise<TeamsHost | null> {
  try {
    await withinTime(timeoutMs, app.initialize([...hostOrigins]));
    return toHost(await withinTime(timeoutMs, app.getContext()));
  } catch {
    return null;
  }
}

function toHost(context: app.Context): TeamsHost {
  return {
    locale: context.app.locale,
    userId: context.user?.id ?? null,
    subPageId: placeIn(context),
    theme: followTheme(context.app.theme),
    nestedAppAuth: nestedAppAuth.isNAAChannelRecommended(),
    authToken: ({ claims, silent }) =>
      authentication.getAuthToken({
        silent,
        ...(claims === undefined ? {} : { claims: [claims] }),
      }),
    shareLink({ subPageId, label }) {
      if (!pages.isSupported()) return false;
      pages.shareDeepLink({ subPageId, subPageLabel: label });
      return true;
    },
    shareToTeams: sharerOf(context),
    appLoaded: () => {
      app.notifyAppLoaded();
    },
    succeeded: () => {
      void app.notifySuccess();
    },
    failed: (message) => {
      app.notifyFailure({ reason: app.FailedReason.Other, message });
    },
  };
}

/** Where a link leads; beside a meeting without one people come to practise. */
function placeIn({ page: { subPageId = '', frameContext } }: app.Context): string {
  return subPageId === '' && frameContext === FrameContexts.sidePanel ? 'practice' : subPageId;
}

function sharerOf({ app: { appId }, page, channel }: app.Context): TeamsHost['shareToTeams'] {
  if (appId === undefined || !sharing.isSupported()) return undefined;
  const place = { appId: appId.toString(), entityId: page.id, channelId: channel?.id };
  return ({ subPageId, label }) => {
    const url = entityLink(place, { subPageId, label });
    return sharing.shareWebContent({
      content: [{ type: 'URL', url, message: label, preview: false }],
    });
  };
}

function followTheme(initial: string): Watched<HostTheme> {
  const theme = createWatched(toTheme(initial));
  app.registerOnThemeChangeHandler((name) => {
    theme.set(toTheme(name));
  });
  return theme;
}

/** Hosts may add themes: an unknown one is shown in the default colours. */
function toTheme(theme: string): HostTheme {
  return theme === 'dark' || theme === 'contrast' ? theme : 'default';
}
