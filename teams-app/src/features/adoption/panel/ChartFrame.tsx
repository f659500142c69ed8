import { ResponsiveContainer, type Chart } from '@fluentui/react-charts';
import {
  useContext,
  useImperativeHandle,
  useRef,
  useState,
  type ReactElement,
  type Ref,
} from 'react';
import { ChartLegend } from './ChartLegend';
import { DrawnChartContext, type LegendEntry } from './drawnChart';

export interface ChartFrameProps {
  /** Height of the chart without its legend, in pixels. */
  height: number;
  legend: readonly LegendEntry[];
  /** Draws the chart for a width in pixels; 0 before it is measured. */
  children: (width: number, componentRef: Ref<Chart>) => ReactElement<{ width?: number }>;
}

/** A chart as wide as its panel, its legend under it, and known to whoever wants its picture. */
export function ChartFrame({ height, legend, children }: ChartFrameProps) {
  const [width, setWidth] = useState(0);
  const chart = useRef<Chart>(null);
  const drawn = useContext(DrawnChartContext);
  useImperativeHandle(
    drawn,
    () => ({ toImage: (options) => chart.current?.toImage?.(options), legend }),
    [legend],
  );
  return (
    <>
      <div style={{ height, minWidth: 0 }}>
        <ResponsiveContainer height={height} onResize={setWidth}>
          {children(width, chart)}
        </ResponsiveContainer>
      </div>
      <ChartLegend entries={legend} />
    </>
  );
}

/** Room for one week's label under a chart, in pixels. */
const labelWidth = 64;

/** As many of the days as their labels fit beside each other in `width` pixels, evenly spread. */
export function fittingDays(days: readonly Date[], width: number): Date[] {
  const fitting = Math.max(2, Math.floor(width / labelWidth));
  const step = Math.ceil(days.length / fitting);
  return days.filter((_, index) => index % step === 0);
}

/** A calendar day as charts take it: midnight in UTC, so that it never moves. */
export function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
