import { setTimeout } from 'node:timers/promises';
import type { DashboardResponse } from '@last-mile/shared/adoption';

/** The dashboard's answer once nothing in it is being worked out any more. */
export async function settledDashboard(ask: () => Promise<unknown>): Promise<DashboardResponse> {
  for (;;) {
    const answer = (await ask()) as DashboardResponse;
    const { habit, tasks } = answer;
    if (![habit, ...tasks.map(({ uses }) => uses)].some(({ state }) => state === 'pending')) {
      return answer;
    }
    await setTimeout(100);
  }
}
