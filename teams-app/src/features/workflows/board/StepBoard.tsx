import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { isHandoff, type MappedStep, type WorkflowMap } from '@last-mile/shared/workflows';
import { workflowsTexts as texts } from '../workflowsTexts';
import { StepCard, type StepActions } from './StepCard';
import { StepForm } from './StepForm';

export interface StepBoardProps extends Pick<WorkflowMap, 'slot'> {
  steps: readonly MappedStep[];
  /** For who may change the map: what can be done with a step. */
  actions?: StepActions;
  /** Key of the step whose form is open. */
  opened?: string | null;
  onChange?: (id: string, part: Partial<MappedStep>) => void;
  onClose?: () => void;
}

/** The steps side by side in their order, or below each other where it is narrow. */
export function StepBoard({ steps, slot, actions, opened, onChange, onClose }: StepBoardProps) {
  const styles = useStyles();
  if (steps.length === 0) return <Text>{texts.noSteps}</Text>;
  return (
    <ol className={styles.root}>
      {steps.map((step, index) =>
        step.id === opened && onChange !== undefined ? (
          <li key={step.id} className={styles.open}>
            <StepForm
              step={step}
              heading={texts.stepOf(index + 1, steps.length)}
              onChange={(part) => {
                onChange(step.id, part);
              }}
              onClose={onClose ?? (() => undefined)}
            />
          </li>
        ) : (
          <li key={step.id} className={styles.step}>
            <StepCard
              step={step}
              place={{ number: index + 1, of: steps.length }}
              isHandoff={isHandoff(steps, index) === true}
              isSlot={slot?.stepKey === step.id}
              {...(actions === undefined ? {} : { actions })}
            />
          </li>
        ),
      )}
    </ol>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: { display: 'flex', minWidth: 0, '@media print': { breakInside: 'avoid' } },
  open: { gridColumn: '1 / -1', minWidth: 0 },
});
