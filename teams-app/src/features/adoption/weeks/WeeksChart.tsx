import { tokens } from '@fluentui/react-components';
import { seriesColors } from '@last-mile/shared/ui';
import type { Stroke } from '../panel/drawnChart';
import { figureTexts } from '../../../app/figures/figureTexts';
import type { Shown } from '../panel/shown';
import { WeekLines, type WeekLine } from '../panel/WeekLines';
import { measuredWeeks } from '../weekReading';
import { toSegments, type Segment } from './weekSegments';
import { weeksTexts as texts } from './weeksTexts';

/** The lines differ in width and dash too: the contrast theme has few colours. */
const strokes: Record<Segment['look'], Stroke> = {
  before: { color: seriesColors.series4, width: 2 },
  active: { color: seriesColors.series1, width: 4 },
  sustaining: { color: seriesColors.series2, width: 3 },
  provisional: { color: seriesColors.series2, width: 3, dash: '2 6' },
};
const targetStroke: Stroke = { color: tokens.colorNeutralForeground2, width: 1.5, dash: '8 6' };

/** Weekly active rate over the weeks, a line for each phase, against the target. */
export function WeeksChart({ shown, height }: { shown: Shown; height: number }) {
  const { formats, range } = shown;
  const days = range.weeks
    .filter(({ state }) => state !== 'running')
    .map(({ startsOn }) => startsOn);
  const target = range.targetActiveRate;
  const ends = [days[0], days.at(-1)].filter((day) => day !== undefined);
  const targetLine: WeekLine = {
    name: texts.lineTarget(formats.percent(target)),
    stroke: targetStroke,
    points: ends.map((startsOn) => ({ startsOn, y: target * 100 })),
  };
  return (
    <WeekLines
      title={texts.chartLabel(range.programmeName)}
      days={days}
      lines={[
        ...toSegments(measuredWeeks(range.weeks)).map((segment) => toLine(segment, shown)),
        targetLine,
      ]}
      yMax={100}
      formatY={(y) => formats.percent(y / 100)}
      height={height}
    />
  );
}

function toLine({ look, joined, weeks }: Segment, { formats }: Shown): WeekLine {
  return {
    name: texts.lines[look],
    stroke: strokes[look],
    points: weeks.map(({ week, n, of, rate }, index) => ({
      startsOn: week.startsOn,
      y: rate * 100,
      // The first point of a joined line is the last one of the line before, which speaks for it.
      ...(joined && index === 0
        ? {}
        : {
            words: figureTexts.rateWithPeople(
              formats.percent(rate),
              formats.number(n),
              formats.number(of),
            ),
          }),
    })),
  };
}
