import { ApiProblem, type ApiClient } from '@last-mile/shared/client';
import type { QueryClient } from '@tanstack/react-query';
import { adoptionQueries } from '../features/adoption/adoptionQueries';
import { programmeQueries } from '../features/programme/programmeQueries';
import type { AnswerStore } from './answerStore';
import { standingOf } from './session';

export interface KeptAnswersOptions {
  readonly queries: QueryClient;
  readonly api: ApiClient;
  readonly store: AnswerStore;
  readonly tenantId: string;
  /** The person the host names. */
  readonly userId: string;
}

/**
 * Puts the answers this device kept where the pages look first, to be asked for anew as soon as a page
 * shows them; true when there were some. From then on keeps what the API answers, and lets go of it when
 * the API refuses it or names another person.
 */
export function showKeptAnswers(options: KeptAnswersOptions): boolean {
  const { queries, api, store, tenantId, userId } = options;
  const { queryKey: meKey } = programmeQueries.me(api);
  const { queryKey: dashboardKey } = adoptionQueries.dashboard(api, null);
  const queryOf = (queryKey: readonly unknown[]) => queries.getQueryCache().find({ queryKey });

  const kept = store.read();
  if (kept !== null) {
    queries.setQueryData(meKey, kept.me, { updatedAt: neverUpdated });
    if (kept.dashboard !== null) {
      queries.setQueryData(dashboardKey, kept.dashboard, { updatedAt: neverUpdated });
    }
  }

  /** What the device kept is taken back; what the API answered stays. */
  const takeBack = (queryKey: readonly unknown[]) => {
    const query = queryOf(queryKey);
    if (query?.state.dataUpdatedAt !== neverUpdated) return;
    query.setState({
      data: undefined,
      status: query.state.status === 'error' ? 'error' : 'pending',
    });
  };

  const isFresh = (queryKey: readonly unknown[]) =>
    (queryOf(queryKey)?.state.dataUpdatedAt ?? neverUpdated) !== neverUpdated;

  const keep = () => {
    const me = queries.getQueryData(meKey);
    if (me === undefined || !isFresh(meKey)) return;
    if (me.userId !== userId || me.programme === null) {
      takeBack(dashboardKey);
      store.forget();
      return;
    }
    const maySee = standingOf(me.programme, { tenantId, userId, roles: me.roles }).seeDashboard;
    if (!maySee) takeBack(dashboardKey);
    const dashboard = queries.getQueryData(dashboardKey);
    // Figures of an earlier visit do not grow younger.
    if (maySee && dashboard !== undefined && !isFresh(dashboardKey)) return;
    store.write({ me, dashboard: maySee ? (dashboard ?? null) : null });
  };

  const letGo = (queryKey: readonly unknown[]) => {
    takeBack(queryKey);
    if (queryKey === meKey) takeBack(dashboardKey);
    store.forget();
    keep();
  };

  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return;
    const queryKey = [meKey, dashboardKey].find((one) => queryOf(one) === event.query);
    if (queryKey === undefined) return;
    const { action } = event;
    if (action.type === 'success' && action.manual !== true) keep();
    if (action.type === 'error' && isRefusal(action.error)) letGo(queryKey);
  });
  return kept !== null;
}

/** When data counts as last updated that the API has not given in this visit. */
const neverUpdated = 0;

/** The API answered, and the answer is no. */
function isRefusal(error: unknown) {
  return error instanceof ApiProblem && !error.passing;
}
