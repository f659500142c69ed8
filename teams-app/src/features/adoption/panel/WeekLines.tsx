import { LineChart, type LineChartPoints } from '@fluentui/react-charts';
import { useSession } from '../../../app/session';
import { ChartFrame, dayStart, fittingDays } from './ChartFrame';
import type { Stroke } from './drawnChart';
import { panelTexts as texts } from './panelTexts';
import { useLineNames } from './useLineNames';

interface WeekPoint {
  /** The week's Monday. */
  readonly startsOn: string;
  readonly y: number;
  /** What is said of it; without words the point is not to be asked. */
  readonly words?: string;
}

/** Weeks that follow each other, drawn as one line. Lines of one name share their legend. */
export interface WeekLine {
  readonly name: string;
  readonly stroke: Stroke;
  readonly points: readonly WeekPoint[];
}

export interface WeekLinesProps {
  /** What the chart shows, for who cannot see it. */
  title: string;
  /** The Mondays along the bottom. */
  days: readonly string[];
  lines: readonly WeekLine[];
  yMax: number;
  formatY: (y: number) => string;
  height: number;
}

/** Figures over the weeks as lines that differ in width and dash as well as in colour. */
export function WeekLines({ title, days, lines, yMax, formatY, height }: WeekLinesProps) {
  const { formats } = useSession();
  const dates = days.map(dayStart);
  const place = useLineNames(lines.map(({ name }) => name));
  const legend = [
    ...new Map(lines.map(({ name, stroke }) => [name, { name, ...stroke }])).values(),
  ];
  return (
    <div ref={place}>
      <ChartFrame height={height} legend={legend}>
        {(width, componentRef) => (
          <LineChart
            componentRef={componentRef}
            data={{
              lineChartData: lines.map((line) => toChartLine(line, formats.day)),
            }}
            svgProps={{ 'aria-label': texts.chartLabel(title) }}
            height={height}
            yMinValue={0}
            yMaxValue={yMax}
            yAxisTickCount={4}
            yAxisTickFormat={formatY}
            tickValues={fittingDays(dates, width)}
            customDateTimeFormatter={(date) => formats.shortDay(date.toISOString().slice(0, 10))}
            useUTC
            margins={{ top: 8, right: 16, bottom: 28, left: 56 }}
            hideLegend
          />
        )}
      </ChartFrame>
    </div>
  );
}

function toChartLine(
  { name, stroke, points }: WeekLine,
  day: (startsOn: string) => string,
): LineChartPoints {
  return {
    legend: name,
    color: stroke.color,
    hideNonActiveDots: points.every(({ words }) => words === undefined),
    lineOptions: {
      strokeWidth: stroke.width,
      ...(stroke.dash === undefined ? {} : { strokeDasharray: stroke.dash }),
    },
    data: points.map(({ startsOn, y, words }) => ({
      x: dayStart(startsOn),
      y,
      ...(words === undefined
        ? { hideCallout: true }
        : { xAxisCalloutData: texts.weekOf(day(startsOn)), yAxisCalloutData: words }),
    })),
  };
}
