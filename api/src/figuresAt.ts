import type { Measure } from '@last-mile/shared/adoption';
import { metricOn } from '@last-mile/shared/programme';
import type { Dashboard } from './features/adoption/dashboard';
import type { FiguresAt } from './features/programme/plan/targetCourses';
import { InvalidRequest } from './http/refusals';

/**
 * What metrics were at the end of a closed week, as the dashboard says it when it is asked for that
 * week. A week that was not measured says that there is not enough data.
 */
export function createFiguresAt(dashboard: Dashboard): FiguresAt {
  return async (programme, now, week) => {
    try {
      const shown = await dashboard(programme, now, { until: week });
      return (metric) => metricOn(metric, shown);
    } catch (error) {
      if (error instanceof InvalidRequest) return () => notMeasured;
      throw error;
    }
  };
}

const notMeasured: Measure = { state: 'notEnoughData' };
