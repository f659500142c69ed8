import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Comparison } from '@last-mile/shared/adoption';
import { useId, useState } from 'react';
import { useOffPaper } from '../../../app/useOffPaper';
import { Facts } from '../../../app/figures/Facts';
import { HeadlineFigure } from '../../../app/figures/HeadlineFigure';
import { Panel } from '../panel/Panel';
import type { Shown } from '../panel/shown';
import type { DashboardReading } from '../weekReading';
import { comparisonInWords, intervalInWords } from '../../../app/figures/comparisonWords';
import { figureTexts } from '../../../app/figures/figureTexts';
import { observedInWords } from './observedInWords';
import { draftingTexts as texts } from '../../../app/figures/draftingTexts';

export interface DraftingTimeProps {
  shown: Shown;
  reading: DashboardReading;
}

/** Answers "Does it save us time?", beside how much it is used. */
export function DraftingTime({ shown, reading }: DraftingTimeProps) {
  const styles = useStyles();
  const { whole, formats } = shown;
  const { draftingTime, weeks } = whole;
  const index = weeks.findIndex(({ week }) => week === reading.latest?.week);
  const week = draftingTime.weekly[index] ?? { state: 'notEnoughData' as const };
  return (
    <Panel
      name="drafting"
      title={texts.title}
      definition={texts.definition}
      heading="h2"
      shown={shown}
    >
      {week.state === 'known' ? (
        <HeadlineFigure
          figure={formats.minutes(week.value)}
          words={texts.minutesOf(formats.number(week.n))}
        />
      ) : (
        <Text>{week.state === 'hidden' ? texts.weekHidden : texts.weekUnknown}</Text>
      )}
      <HowSure shown={shown} />
      <div className={styles.facts}>
        <Facts
          facts={[
            { name: texts.sinceStart, value: comparisonInWords(draftingTime.sinceStart, formats) },
            {
              name: texts.withTemplate,
              value: comparisonInWords(draftingTime.withTemplate, formats),
            },
            { name: texts.observed, value: observedInWords(draftingTime.observed, formats) },
          ]}
        />
      </div>
    </Panel>
  );
}

/** The interval, when somebody asks for it. */
function HowSure({ shown }: { shown: Shown }) {
  const styles = useStyles();
  const offPaper = useOffPaper();
  const [open, setOpen] = useState(false);
  const answer = useId();
  const { sinceStart, withTemplate } = shown.whole.draftingTime;
  const words = (what: string, figure: Comparison) => intervalInWords(what, figure, shown.formats);
  const sentences = [
    words(texts.sinceStart, sinceStart),
    words(texts.withTemplate, withTemplate),
  ].filter((sentence) => sentence !== null);
  return (
    <div>
      <Button
        appearance="transparent"
        size="small"
        className={mergeClasses(styles.ask, offPaper)}
        aria-expanded={open}
        aria-controls={answer}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {texts.howSure}
      </Button>
      <div id={answer} hidden={!open}>
        {(sentences.length === 0
          ? [texts.noComparison]
          : [...sentences, figureTexts.association]
        ).map((sentence) => (
          <Text key={sentence} size={200} block>
            {sentence}
          </Text>
        ))}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  ask: { paddingInline: 0, minWidth: 0, color: tokens.colorBrandForegroundLink },
  facts: { marginTop: 'auto', paddingTop: tokens.spacingVerticalXS },
});
