import { VerticalStackedBarChart } from '@fluentui/react-charts';
import { seriesColors } from '@last-mile/shared/ui';
import { ChartFrame, dayStart, fittingDays } from '../panel/ChartFrame';
import { panelTexts } from '../panel/panelTexts';
import type { Shown } from '../panel/shown';
import { countAxis } from './countAxis';
import { lifecycleKinds } from './lifecycleReport';
import { lifecycleTexts as texts } from './lifecycleTexts';

/** In the order of the columns from the line upwards; dormant, below it, is the grey one. */
const colors: Record<(typeof lifecycleKinds)[number], string> = {
  returning: seriesColors.series1,
  resurrecting: seriesColors.series3,
  new: seriesColors.series2,
  dormant: seriesColors.series4,
};

/** Who came, stayed and left, week by week: columns above the line, dormant people below it. */
export function LifecycleChart({ shown, height }: { shown: Shown; height: number }) {
  const { range, formats } = shown;
  const known = range.weeks.flatMap(({ startsOn, state, lifecycle }) =>
    state === 'running' || lifecycle === null ? [] : [{ startsOn, lifecycle }],
  );
  if (known.length === 0) return null;
  const days = known.map(({ startsOn }) => dayStart(startsOn));
  // The chart itself would take dormant people off the height of their column.
  const axis = countAxis(
    -Math.max(...known.map(({ lifecycle }) => lifecycle.dormant ?? 0)),
    Math.max(...known.map(({ lifecycle: flow }) => flow.new + flow.returning + flow.resurrecting)),
  );
  const legend = lifecycleKinds.map((kind) => ({
    name: texts.kinds[kind],
    color: colors[kind],
    width: 10,
  }));
  return (
    <ChartFrame height={height} legend={legend}>
      {(width, componentRef) => (
        <VerticalStackedBarChart
          componentRef={componentRef}
          svgProps={{ 'aria-label': panelTexts.chartLabel(texts.chartLabel) }}
          data={known.map(({ startsOn, lifecycle }) => ({
            xAxisPoint: dayStart(startsOn),
            xAxisCalloutData: panelTexts.weekOf(formats.day(startsOn)),
            chartData: lifecycleKinds.flatMap((kind) => {
              const people = lifecycle[kind];
              if (people === null) return [];
              return {
                legend: texts.kinds[kind],
                data: kind === 'dormant' ? -people : people,
                color: colors[kind],
                // What lies below the line is still a number of people.
                yAxisCalloutData: formats.number(people),
              };
            }),
          }))}
          height={height}
          isCalloutForStack
          barGapMax={2}
          yMinValue={axis.min}
          yMaxValue={axis.max}
          yAxisTickCount={axis.steps}
          yAxisTickFormat={(people: number) => formats.number(Math.abs(people))}
          tickValues={fittingDays(days, width)}
          customDateTimeFormatter={(date) => formats.shortDay(date.toISOString().slice(0, 10))}
          useUTC
          margins={{ top: 8, right: 16, bottom: 28, left: 56 }}
          hideLegend
          // A total would take the dormant off the active.
          hideLabels
        />
      )}
    </ChartFrame>
  );
}
