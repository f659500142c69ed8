import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { workflowsTexts as texts } from '../workflowsTexts';
import type { MapContent } from './stepChanges';

export interface SlotFieldsProps {
  content: MapContent;
  onChange: (part: Partial<MapContent>) => void;
}

/** Where does AI help first, why there, and who takes over when it cannot? */
export function SlotFields({ content, onChange }: SlotFieldsProps) {
  const styles = useStyles();
  const { steps, slot, escalation } = content;
  return (
    <div className={styles.root}>
      <Field label={texts.slot}>
        <Select
          value={slot?.stepKey ?? ''}
          onChange={(_, { value }) => {
            onChange({ slot: value === '' ? null : { stepKey: value, why: slot?.why ?? '' } });
          }}
        >
          <option value="">{texts.noSlot}</option>
          {steps.map(({ id, name }, index) => (
            <option key={id} value={id}>
              {name || texts.stepNumber(index + 1)}
            </option>
          ))}
        </Select>
      </Field>
      {slot !== null && (
        <Field label={texts.slotWhy} required>
          <Textarea
            resize="vertical"
            value={slot.why}
            onChange={(_, { value }) => {
              onChange({ slot: { ...slot, why: value } });
            }}
          />
        </Field>
      )}
      <Field label={texts.escalation}>
        <Input
          maxLength={255}
          value={escalation ?? ''}
          onChange={(_, { value }) => {
            onChange({ escalation: value.trim() === '' ? null : value });
          }}
        />
      </Field>
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '640px',
  },
});
