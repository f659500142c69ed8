import {
  createApiClient,
  patiently,
  type ApiClient,
  type ClientConfig,
} from '@last-mile/shared/client';
import type { QueryClient } from '@tanstack/react-query';
import { programmeQueries } from '../features/programme/programmeQueries';
import { createAnswerStore } from './answerStore';
import { showKeptAnswers } from './keptAnswers';
import { landingOf, lastLanding } from './landing';
import { loadFiguresAhead, loadPageAhead } from './loadAhead';
import { createTabQueryClient } from './queryClient';
import { standingOf } from './session';
import type { SignIn } from './signIn';
import type { TeamsHost } from './teamsHost';

/** Longest that a known person waits for their first figures without any screen: drawn with them, it is drawn once. */
const patienceMs = 100;

export interface OpenAheadOptions {
  readonly host: Pick<TeamsHost, 'userId'>;
  readonly config: Pick<ClientConfig, 'tenantId'>;
  readonly signIn: SignIn;
  readonly storage: Storage | undefined;
  readonly now: () => number;
  /** Where requests go. @default the browser's own */
  readonly fetch?: typeof fetch;
}

/** The way to the API, and what it has answered already or is about to. */
export interface OpenedTab {
  readonly api: ApiClient;
  readonly queries: QueryClient;
}

/**
 * Finds out what the first screen shows before anything is drawn: what this device kept for the person
 * the host names, else who the API says it is. Resolves when there is something to show: a person, a
 * reason why not, or that Microsoft wants them. Never rejects.
 */
export async function openAhead(options: OpenAheadOptions): Promise<OpenedTab> {
  const { host, config, signIn, storage, now, fetch } = options;
  const { tenantId } = config;
  const api = createApiClient({ accessToken: signIn.accessToken, ...(fetch ? { fetch } : {}) });
  const queries = createTabQueryClient();
  const { userId } = host;
  loadPageAhead(lastLanding());
  // Never before it is known whose they are.
  const kept =
    userId !== null &&
    showKeptAnswers({
      queries,
      api,
      store: createAnswerStore(`${tenantId}.${userId}`, storage, now),
      tenantId,
      userId,
    });
  if (!kept) {
    const known = queries.query(programmeQueries.me(api)).then(
      async ({ programme, userId: id, roles }) => {
        if (programme === null) return;
        const may = standingOf(programme, { tenantId, userId: id, roles });
        loadPageAhead(landingOf(may));
        await patiently(patienceMs, [loadFiguresAhead(queries, api, landingOf(may))]);
      },
      // The failure is kept with its query.
      () => undefined,
    );
    // Beside the question who it is where the last visit tells, and after it where it did not.
    void loadFiguresAhead(queries, api, lastLanding());
    await Promise.race([known, personWanted(signIn)]);
  }
  return { api, queries };
}

/** Resolves once Microsoft wants the person. */
function personWanted({ state }: SignIn): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (state.get().needed) resolve();
    };
    state.subscribe(look);
    look();
  });
}
