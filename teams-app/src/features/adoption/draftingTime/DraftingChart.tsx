import { seriesColors } from '@last-mile/shared/ui';
import type { Stroke } from '../panel/drawnChart';
import type { Shown } from '../panel/shown';
import { knownStretches } from '../panel/knownStretches';
import { WeekLines } from '../panel/WeekLines';
import { draftingTexts as texts } from '../../../app/figures/draftingTexts';

const stroke: Stroke = { color: seriesColors.series1, width: 3 };
/** The axis goes in steps of this many minutes. */
const stepMinutes = 4;

/** Median drafting time over the weeks; nothing is drawn across a week that is not known. */
export function DraftingChart({ shown, height }: { shown: Shown; height: number }) {
  const { range, formats } = shown;
  const over = range.weeks.filter(({ state }) => state !== 'running');
  const points = over.map(({ startsOn }, index) => {
    const figure = range.draftingTime.weekly[index];
    if (figure?.state !== 'known') return null;
    const words = texts.weeklyCallout(formats.minutes(figure.value), formats.number(figure.n));
    return { startsOn, y: figure.value, words };
  });
  const highest = Math.max(0, ...points.map((point) => point?.y ?? 0));
  return (
    <WeekLines
      title={texts.weekly}
      days={over.map(({ startsOn }) => startsOn)}
      lines={knownStretches(points).map((stretch) => ({
        name: texts.line,
        stroke,
        points: stretch,
      }))}
      yMax={Math.max(stepMinutes, Math.ceil(highest / stepMinutes) * stepMinutes)}
      formatY={formats.minutes}
      height={height}
    />
  );
}
