import { ChartPanel, type Look } from '../panel/ChartPanel';
import type { Shown } from '../panel/shown';
import { LifecycleChart } from './LifecycleChart';
import { lifecycleReport } from './lifecycleReport';
import { lifecycleTexts as texts } from './lifecycleTexts';

const chartHeight = 220;
const legendHeight = 20;

/** Answers "Do people come back, or do new ones hide that others leave?" */
export function LifecyclePanel({ shown, look }: { shown: Shown; look: Look }) {
  return (
    <ChartPanel
      name="lifecycle"
      title={texts.title}
      definition={texts.definition}
      shown={shown}
      summary={lifecycleReport(shown).summary}
      empty={shown.range.weeks.every(({ lifecycle }) => lifecycle === null)}
      look={look}
      height={chartHeight + legendHeight}
    >
      <LifecycleChart shown={shown} height={chartHeight} />
    </ChartPanel>
  );
}
