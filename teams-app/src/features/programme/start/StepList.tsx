import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { guidedStartTexts as texts } from './guidedStartTexts';
import { startSteps, type StartStep } from './startSteps';

export interface StepListProps {
  current: StartStep;
  /** Steps in which something is missing. */
  open: ReadonlySet<StartStep>;
  onGo: (step: StartStep) => void;
}

/** Where one is in the guided start, what is done, and the way to each step. */
export function StepList({ current, open, onGo }: StepListProps) {
  const styles = useStyles();
  return (
    <nav aria-label={texts.stepList}>
      <ol className={styles.list}>
        {startSteps.map((step) => (
          <li key={step}>
            <Button
              size="small"
              appearance={step === current ? 'secondary' : 'subtle'}
              icon={open.has(step) ? <CircleRegular /> : <CheckmarkCircleRegular />}
              aria-label={`${texts.steps[step]}, ${open.has(step) ? texts.open : texts.done}`}
              {...(step === current && { 'aria-current': 'step' })}
              onClick={() => {
                onGo(step);
              }}
            >
              {texts.steps[step]}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
});
