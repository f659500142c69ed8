import { seriesColors } from '@last-mile/shared/ui';
import type { Stroke } from '../panel/drawnChart';
import { knownStretches } from '../panel/knownStretches';
import { figureTexts } from '../../../app/figures/figureTexts';
import type { Shown } from '../panel/shown';
import { WeekLines } from '../panel/WeekLines';
import { rateOf } from '../weekReading';
import { surfaces } from './surfacesReport';
import { surfacesTexts as texts } from './surfacesTexts';

/** Three lines that differ in width and dash as well as in colour. */
const strokes: Record<(typeof surfaces)[number], Stroke> = {
  outlook: { color: seriesColors.series1, width: 4 },
  teams: { color: seriesColors.series2, width: 2 },
  copilot: { color: seriesColors.series3, width: 3, dash: '6 4' },
};

/** Share of people by where they acted; nothing is drawn across a week that is not known. */
export function SurfacesChart({ shown, height }: { shown: Shown; height: number }) {
  const { range, formats } = shown;
  const over = range.weeks.filter(({ state }) => state !== 'running');
  const lines = surfaces.flatMap((surface) =>
    knownStretches(
      over.map((week) => {
        const figure = week.surfaces[surface];
        const rate = rateOf(figure);
        if (figure.state !== 'known' || rate === null) return null;
        const words = figureTexts.rateWithPeople(
          formats.percent(rate),
          formats.number(figure.n),
          formats.number(figure.of),
        );
        return { startsOn: week.startsOn, y: rate * 100, words };
      }),
    ).map((points) => ({ name: texts.kinds[surface], stroke: strokes[surface], points })),
  );
  if (lines.length === 0) return null;
  return (
    <WeekLines
      title={texts.chartLabel}
      days={over.map(({ startsOn }) => startsOn)}
      lines={lines}
      yMax={100}
      formatY={(y) => formats.percent(y / 100)}
      height={height}
    />
  );
}
