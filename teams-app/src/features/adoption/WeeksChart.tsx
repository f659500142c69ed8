import { LineChart, ResponsiveContainer, type LineChartPoints } from '@fluentui/react-charts';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { Formats } from '../../app/formats';
import { useSession } from '../../app/session';
import { adoptionTexts as texts } from './adoptionTexts';
import { measuredWeeks, type MeasuredWeek } from './dashboardReading';

const height = 280;

/** Weekly active rate over the weeks, with the target and the programme's weeks behind it. */
export function WeeksChart({ dashboard }: { dashboard: DashboardResponse }) {
  const styles = useStyles();
  const { formats } = useSession();
  const { weeks, targetActiveRate } = dashboard;
  const over = weeks.filter(({ state }) => state !== 'running');
  const days = over.map(({ startsOn }) => dayStart(startsOn));
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const active = over.filter(({ phase }) => phase === 'active').map(({ startsOn }) => startsOn);
  const target: LineChartPoints = {
    legend: texts.lineTarget(formats.percent(targetActiveRate)),
    color: tokens.colorNeutralForeground2,
    hideNonActiveDots: true,
    lineOptions: { strokeDasharray: '2 6', strokeWidth: 2 },
    data: [first, last].map((x) => ({ x, y: targetActiveRate * 100, hideCallout: true })),
  };
  return (
    <div className={styles.root}>
      <ResponsiveContainer height={height}>
        <LineChart
          data={{
            chartTitle: texts.chartLabel(dashboard.programmeName),
            lineChartData: [...activeLines(measuredWeeks(over), formats), target],
          }}
          height={height}
          yMinValue={0}
          yMaxValue={100}
          yAxisTickCount={4}
          yAxisTickFormat={(value: number) => formats.percent(value / 100)}
          tickValues={ticks(days)}
          customDateTimeFormatter={(date) => formats.shortDay(date.toISOString().slice(0, 10))}
          useUTC
          strokeWidth={3}
          margins={{ top: 16, right: 24, bottom: 36, left: 48 }}
          colorFillBars={programmeBand(active)}
        />
      </ResponsiveContainer>
    </div>
  );
}

/** The closed weeks as one line, broken where a week is unknown; a provisional end is drawn apart. */
function activeLines(measured: readonly MeasuredWeek[], formats: Formats): LineChartPoints[] {
  const point = ({ week, n, of, rate }: MeasuredWeek) => ({
    x: dayStart(week.startsOn),
    y: rate * 100,
    xAxisCalloutData: texts.weekOf(formats.day(week.startsOn)),
    yAxisCalloutData: texts.rateWithPeople(
      formats.percent(rate),
      formats.number(n),
      formats.number(of),
    ),
  });
  const closed = measured.filter(({ week }) => week.state === 'closed');
  const provisional = measured.find(({ week }) => week.state === 'provisional');
  const lastClosed = closed.at(-1);
  return [
    {
      legend: texts.lineActive,
      color: tokens.colorBrandForeground1,
      lineOptions: { lineBorderWidth: 0 },
      gaps: gapsIn(closed),
      data: closed.map(point),
    },
    ...(provisional === undefined
      ? []
      : [
          {
            legend: texts.lineProvisional,
            color: tokens.colorBrandForeground1,
            lineOptions: { strokeDasharray: '6 6' },
            data: [...(lastClosed === undefined ? [] : [lastClosed]), provisional].map(point),
          },
        ]),
  ];
}

/** Between weeks that do not follow each other nothing is known, so nothing is drawn. */
function gapsIn(weeks: readonly MeasuredWeek[]) {
  return weeks.flatMap(({ week }, index) => {
    const next = weeks[index + 1];
    if (next === undefined || daysBetween(week.startsOn, next.week.startsOn) <= 7) return [];
    return [{ startIndex: index, endIndex: index + 1 }];
  });
}

function programmeBand(active: readonly string[]) {
  const from = active[0];
  const to = active.at(-1);
  if (from === undefined || to === undefined) return [];
  return [
    {
      legend: texts.programmeWeeks,
      color: tokens.colorNeutralForeground4,
      data: [{ startX: dayStart(from), endX: dayStart(to) }],
    },
  ];
}

/** A label for every second week once there are more than eight. */
function ticks(days: readonly Date[]): Date[] {
  const step = days.length > 8 ? 2 : 1;
  return days.filter((_, index) => index % step === 0);
}

function daysBetween(from: string, to: string) {
  return (dayStart(to).getTime() - dayStart(from).getTime()) / 86_400_000;
}

function dayStart(day: string) {
  return new Date(`${day}T00:00:00Z`);
}

const useStyles = makeStyles({ root: { minHeight: '280px', minWidth: 0 } });
