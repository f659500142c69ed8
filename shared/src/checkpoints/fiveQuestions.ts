import { decayOf, type DashboardResponse, type DashboardWeek, type PeopleShare } from '../adoption';
import type { CheckpointFigures } from './figures';

/** What a checkpoint needs beside the dashboard. */
export interface BesideDashboard {
  readonly attended: PeopleShare;
  readonly practised: PeopleShare;
  readonly againstOthers: CheckpointFigures['use']['againstOthers'];
  readonly tasks: CheckpointFigures['time']['tasks'];
  readonly savedTime: CheckpointFigures['time']['savedTime'];
  readonly ownership: CheckpointFigures['ownership'];
}

/**
 * The figures of a checkpoint: the dashboard's own, as it was asked for with `until` the checkpoint's
 * week, so that both say the same by construction. Throws where the dashboard ends with another week.
 */
export function checkpointFiguresOf(
  week: string,
  dashboard: DashboardResponse,
  beside: BesideDashboard,
): CheckpointFigures {
  const last = dashboard.weeks.at(-1);
  if (last?.week !== week) throw new RangeError(`The dashboard does not end with ${week}`);
  const since = dashboard.weeks.filter(({ phase }) => phase !== 'before');
  const before = dashboard.weeks.filter(({ phase }) => phase === 'before').at(-1);
  const decay = decayOf(since.flatMap(knownShare));
  const { attended, practised, againstOthers } = beside;
  return {
    use: {
      target: dashboard.targetActiveRate,
      before: before?.active ?? { state: 'notEnoughData' },
      active: last.active,
      ...{ decaying: decay?.flagged ?? null, peak: decay?.peak ?? null },
      habit: dashboard.habit,
      ...{ attended, practised, againstOthers },
    },
    time: {
      sinceStart: dashboard.draftingTime.sinceStart,
      withTemplate: dashboard.draftingTime.withTemplate,
      ...{ tasks: beside.tasks, savedTime: beside.savedTime },
    },
    trust: dashboard.trust,
    feedback: { health: dashboard.feedback, improvements: dashboard.improvements },
    ownership: beside.ownership,
  };
}

function knownShare({ week, state, active }: DashboardWeek) {
  if (state !== 'closed' || active.state !== 'known' || active.of === 0) return [];
  return [{ week, n: active.n, of: active.of }];
}
