import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useSession } from '../../../app/session';
import { workflowsTexts as texts } from '../workflowsTexts';
import type { MapContent } from './stepChanges';

export interface TaskFieldsProps {
  content: MapContent;
  onChange: (part: Partial<MapContent>) => void;
}

/** What is the task called, whose is it, and what is it for? */
export function TaskFields({ content, onChange }: TaskFieldsProps) {
  const styles = useStyles();
  const { programme } = useSession();
  return (
    <div className={styles.root}>
      <Field label={texts.task} required>
        <Input
          maxLength={255}
          value={content.task}
          onChange={(_, { value }) => {
            onChange({ task: value });
          }}
        />
      </Field>
      <Field label={texts.jobFamily}>
        <Select
          value={content.jobFamily}
          onChange={(_, { value }) => {
            onChange({ jobFamily: value });
          }}
        >
          <option value="">{texts.everyone}</option>
          {programme.jobFamilies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.purpose}>
        <Textarea
          resize="vertical"
          value={content.purpose}
          onChange={(_, { value }) => {
            onChange({ purpose: value });
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
