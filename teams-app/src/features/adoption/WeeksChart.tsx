import { LineChart, ResponsiveContainer, type LineChartPoints } from '@fluentui/react-charts';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { useState } from 'react';
import type { Formats } from '../../app/formats';
import { useSession } from '../../app/session';
import { adoptionTexts as texts } from './adoptionTexts';
import { ChartLegend } from './ChartLegend';
import { measuredWeeks } from './dashboardReading';
import { toSegments, type Segment } from './weekSegments';

const height = 260;
/** Room for one week's label under the chart. */
const labelWidth = 64;

interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: string;
}

/** The lines differ in width and dash too: the contrast theme has few colours. */
const strokes: Record<Segment['look'], Stroke> = {
  before: { color: tokens.colorNeutralForeground3, width: 2 },
  active: { color: tokens.colorCompoundBrandForeground1, width: 4 },
  sustaining: { color: tokens.colorPaletteTealForeground2, width: 3 },
  provisional: { color: tokens.colorPaletteTealForeground2, width: 3, dash: '2 6' },
};
const targetStroke: Stroke = { color: tokens.colorNeutralForeground2, width: 1.5, dash: '8 6' };

/** Weekly active rate over the weeks, a line for each phase, against the target. */
export function WeeksChart({ dashboard }: { dashboard: DashboardResponse }) {
  const styles = useStyles();
  const { formats } = useSession();
  const [width, setWidth] = useState(0);
  const { weeks, targetActiveRate } = dashboard;
  const days = weeks
    .filter(({ state }) => state !== 'running')
    .map(({ startsOn }) => dayStart(startsOn));
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const segments = toSegments(measuredWeeks(weeks));
  const target: LineChartPoints = {
    legend: texts.lineTarget(formats.percent(targetActiveRate)),
    color: targetStroke.color,
    hideNonActiveDots: true,
    lineOptions: toLineOptions(targetStroke),
    data: [first, last].map((x) => ({ x, y: targetActiveRate * 100, hideCallout: true })),
  };
  return (
    <div>
      <div className={styles.chart}>
        <ResponsiveContainer height={height} onResize={setWidth}>
          <LineChart
            data={{
              chartTitle: texts.chartLabel(dashboard.programmeName),
              lineChartData: [target, ...segments.map((segment) => toLine(segment, formats))],
            }}
            height={height}
            yMinValue={0}
            yMaxValue={100}
            yAxisTickCount={4}
            yAxisTickFormat={(value: number) => formats.percent(value / 100)}
            tickValues={ticks(days, width)}
            customDateTimeFormatter={(date) => formats.shortDay(date.toISOString().slice(0, 10))}
            useUTC
            margins={{ top: 12, right: 24, bottom: 32, left: 48 }}
            hideLegend
          />
        </ResponsiveContainer>
      </div>
      <ChartLegend
        entries={[
          ...[...new Set(segments.map(({ look }) => look))].map((look) => ({
            name: texts.lines[look],
            ...strokes[look],
          })),
          { name: target.legend, ...targetStroke },
        ]}
      />
    </div>
  );
}

function toLine({ look, joined, weeks }: Segment, formats: Formats): LineChartPoints {
  return {
    legend: texts.lines[look],
    color: strokes[look].color,
    lineOptions: toLineOptions(strokes[look]),
    data: weeks.map(({ week, n, of, rate }, index) => ({
      x: dayStart(week.startsOn),
      y: rate * 100,
      // The first point of a joined line is the last one of the line before, which speaks for it.
      ...(joined && index === 0 ? { hideCallout: true } : {}),
      xAxisCalloutData: texts.weekOf(formats.day(week.startsOn)),
      yAxisCalloutData: texts.rateWithPeople(
        formats.percent(rate),
        formats.number(n),
        formats.number(of),
      ),
    })),
  };
}

function toLineOptions({ width, dash }: Stroke) {
  return { strokeWidth: width, ...(dash === undefined ? {} : { strokeDasharray: dash }) };
}

/** As many week labels as fit beside each other, evenly spread. */
function ticks(days: readonly Date[], width: number): Date[] {
  const fitting = Math.max(2, Math.floor(width / labelWidth));
  const step = Math.ceil(days.length / fitting);
  return days.filter((_, index) => index % step === 0);
}

function dayStart(day: string) {
  return new Date(`${day}T00:00:00Z`);
}

const useStyles = makeStyles({ chart: { height: `${String(height)}px`, minWidth: 0 } });
