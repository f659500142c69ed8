import { Facts } from '../../../app/figures/Facts';
import { ChartPanel, type Look } from '../panel/ChartPanel';
import type { Shown } from '../panel/shown';
import { comparisonInWords } from '../../../app/figures/comparisonWords';
import { observedInWords } from './observedInWords';
import { DraftingChart } from './DraftingChart';
import { draftingSummary } from './draftingReport';
import { draftingTexts as texts } from '../../../app/figures/draftingTexts';

const chartHeight = 180;
const legendHeight = 20;

/** Answers "Did drafting get faster week by week, and is it faster with a template?" */
export function DraftingPanel({ shown, look }: { shown: Shown; look: Look }) {
  const { draftingTime } = shown.range;
  return (
    <ChartPanel
      name="drafting"
      title={texts.weekly}
      definition={texts.definition}
      shown={shown}
      summary={draftingSummary(shown)}
      empty={[draftingTime.sinceStart, draftingTime.withTemplate, ...draftingTime.weekly].every(
        ({ state }) => state !== 'known',
      )}
      look={look}
      height={chartHeight + legendHeight}
      foot={
        <Facts
          facts={[
            {
              name: texts.withTemplate,
              value: comparisonInWords(draftingTime.withTemplate, shown.formats),
            },
            { name: texts.observed, value: observedInWords(draftingTime.observed, shown.formats) },
          ]}
        />
      }
    >
      <DraftingChart shown={shown} height={chartHeight} />
    </ChartPanel>
  );
}
