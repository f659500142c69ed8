import { lazy } from 'react';
import { ChartPanel, type Look } from '../panel/ChartPanel';
import type { Shown } from '../panel/shown';
import { measuredWeeks, type DashboardReading } from '../weekReading';
import { weeksSummary } from './weeksSummary';
import { weeksTexts as texts } from './weeksTexts';

const WeeksChart = lazy(async () => ({ default: (await import('./WeeksChart')).WeeksChart }));

const chartHeight = 176;
const legendHeight = 20;

export interface WeekByWeekProps {
  shown: Shown;
  reading: DashboardReading;
  look: Look;
}

/** Answers "How did use move, week by week, against the target?" */
export function WeekByWeek({ shown, reading, look }: WeekByWeekProps) {
  return (
    <ChartPanel
      name="weeks"
      title={texts.title}
      definition={texts.definition}
      heading="h2"
      shown={shown}
      summary={weeksSummary(shown, reading)}
      empty={measuredWeeks(shown.range.weeks).length === 0}
      look={look}
      height={chartHeight + legendHeight}
    >
      <WeeksChart shown={shown} height={chartHeight} />
    </ChartPanel>
  );
}
