import type { Measure } from '@last-mile/shared/adoption';
import { calendarDayIn } from '@last-mile/shared/calendar';
import { isToldOf, metricOn } from '@last-mile/shared/programme';
import type { Dashboard } from './features/adoption/dashboard';
import type { FiguresAt } from './features/programme/plan/targetCourses';
import { InvalidRequest } from './http/refusals';

/**
 * What metrics were at the end of a closed week, as the dashboard says it when it is asked for that
 * week. A week that was not measured, and what has no past, say that there
 * is not enough data.
 */
export function createFiguresAt(dashboard: Dashboard): FiguresAt {
  return async (programme, now, week) => {
    try {
      const shown = await dashboard(programme, now, { until: week });
      const today = calendarDayIn(now, programme.timeZone);
      return (metric) => (isToldOf(metric, week, today) ? metricOn(metric, shown) : notMeasured);
    } catch (error) {
      if (error instanceof InvalidRequest) return () => notMeasured;
      throw error;
    }
  };
}

const notMeasured: Measure = { state: 'notEnoughData' };
