import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { BarList } from '../../../app/figures/BarList';
import { ChartPanel, type Look } from '../panel/ChartPanel';
import type { Shown } from '../panel/shown';
import { habitBands, habitReport } from './habitReport';
import { habitTexts as texts } from '../../../app/figures/habitTexts';

/** Answers "For how many has it become a habit?" */
export function HabitPanel({ shown, look }: { shown: Shown; look: Look }) {
  const styles = useStyles();
  const { habit } = shown.range;
  const { formats } = shown;
  return (
    <ChartPanel
      name="habit"
      title={texts.title}
      definition={texts.definition}
      shown={shown}
      summary={habitReport(shown).summary}
      empty={habit.state !== 'known'}
      look={look}
      height={160}
    >
      {habit.state === 'known' && (
        <>
          <BarList
            total={habit.of}
            bars={habitBands.map((band) => ({
              name: texts.bands[band],
              value: habit[band],
              words: texts.barWords(
                formats.number(habit[band]),
                formats.percent(habit.of === 0 ? 0 : habit[band] / habit.of),
              ),
            }))}
          />
          <Caption1 className={styles.quiet} block>
            {texts.form(habit.weeks)}. {texts.notComparable}
          </Caption1>
        </>
      )}
    </ChartPanel>
  );
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalS },
});
