import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Facts, type Fact } from '../../../app/figures/Facts';
import { peopleInWords, shareInWords } from '../../../app/figures/figureWords';
import { HeadlineFigure } from '../../../app/figures/HeadlineFigure';
import { Panel } from '../panel/Panel';
import { figureTexts } from '../../../app/figures/figureTexts';
import { ShareBar } from '../../../app/figures/ShareBar';
import type { Shown } from '../panel/shown';
import {
  changeBetween,
  pointsBetween,
  type DashboardReading,
  type MeasuredWeek,
} from '../weekReading';
import { revisionInWords } from '../weeks/revisionInWords';
import { activeTexts as texts } from '../../../app/figures/activeTexts';
import { movedInWords } from './movedInWords';

export interface ActiveRateProps {
  shown: Shown;
  reading: DashboardReading;
}

/** Answers "How many of us used it last week, is that enough, and is it fading?" */
export function ActiveRate({ shown, reading }: ActiveRateProps) {
  const styles = useStyles();
  const { whole, formats } = shown;
  const { latest, current, decay } = reading;
  if (latest === undefined) return null;
  const revised = revisionInWords(latest, formats);
  return (
    <Panel
      name="active"
      title={texts.title}
      definition={texts.definition}
      heading="h2"
      shown={shown}
      aside={
        decay?.flagged === true && (
          <Badge appearance="tint" color="danger" title={texts.fadingMeaning}>
            {texts.fadingFlag}
          </Badge>
        )
      }
    >
      {current === undefined ? (
        <Text size={500} weight="semibold">
          {shareInWords(latest.active, formats, whole.smallestGroup)}
        </Text>
      ) : (
        <Rate shown={shown} current={current} />
      )}
      {revised !== null && <Text size={200}>{revised}</Text>}
      <div className={styles.facts}>
        <Facts facts={factsOf(shown, reading)} />
      </div>
    </Panel>
  );
}

function Rate({ shown, current }: { shown: Shown; current: MeasuredWeek }) {
  const { whole, formats } = shown;
  const target = whole.targetActiveRate;
  const over = pointsBetween(target, current.rate);
  const written = formats.percent(target);
  return (
    <>
      <HeadlineFigure
        figure={formats.percent(current.rate)}
        words={figureTexts.nOfPeople(formats.number(current.n), formats.number(current.of))}
      />
      <ShareBar rate={current.rate} target={target} thick />
      <Text size={200} weight="semibold">
        {over >= 0 ? texts.targetMet(over, written) : texts.targetMissed(-over, written)}
      </Text>
    </>
  );
}

function factsOf(shown: Shown, { latest, current, before, peak, decay }: DashboardReading): Fact[] {
  if (latest === undefined) return [];
  const { whole, formats } = shown;
  const kind = (name: string, figure: typeof latest.active): Fact => ({
    name,
    value: [shareInWords(figure, formats, whole.smallestGroup), peopleInWords(figure, formats)]
      .filter((words) => words !== '')
      .join(' · '),
  });
  const facts: Fact[] = [
    kind(texts.aiUse, latest.aiUse),
    kind(texts.templateUse, latest.templateUse),
    { name: texts.before, value: sinceBefore(shown, before, current) },
  ];
  if (peak !== undefined && current !== undefined) {
    const fading = decay?.flagged === true;
    const words = fading ? texts.fading : texts.holding;
    facts.push({
      name: texts.best,
      value:
        peak.week === current.week
          ? texts.bestIsNow
          : words(formats.percent(peak.rate), formats.shortDay(peak.week.startsOn)),
      attention: fading,
    });
  }
  const moved = movedInWords(latest.moved, whole.smallestGroup, formats);
  if (moved !== null) facts.push({ name: texts.people, value: moved });
  return facts;
}

function sinceBefore(
  { whole, formats }: Shown,
  before: MeasuredWeek | undefined,
  current: MeasuredWeek | undefined,
) {
  if (before === undefined) return texts.beforeUnknown;
  const rate = figureTexts.rateWithPeople(
    formats.percent(before.rate),
    formats.number(before.n),
    formats.number(before.of),
  );
  if (current === undefined || before.week === current.week) return rate;
  const change = changeBetween(before, current, whole.smallestGroup);
  return change === null ? texts.sinceSame(rate) : texts.since(rate, formats.points(change));
}

const useStyles = makeStyles({
  facts: { marginTop: 'auto', paddingTop: tokens.spacingVerticalXS },
});
