import { Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { TriageStep } from '@last-mile/shared/feedback';
import { useSession } from '../../../app/session';
import { triageTexts as texts } from './triageTexts';

/** What was done with it so far, oldest first. */
export function StepsSoFar({ steps }: { steps: readonly TriageStep[] }) {
  const styles = useStyles();
  const { formats } = useSession();
  return (
    <section aria-labelledby="steps-title">
      <Subtitle2 as="h3" block id="steps-title">
        {texts.steps}
      </Subtitle2>
      <ol className={styles.list}>
        {steps.map(({ at, by, what, note }, index) => (
          <li key={index} className={styles.step}>
            <Text weight="semibold">{texts.stepNames[what]}</Text>
            <Caption1 className={styles.quiet}>
              {by === null ? formats.moment(at) : texts.stepBy(formats.moment(at), by)}
            </Caption1>
            {note !== null && <Text className={styles.note}>{note}</Text>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const useStyles = makeStyles({
  list: {
    margin: 0,
    marginTop: tokens.spacingVerticalS,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  note: { flexBasis: '100%', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
