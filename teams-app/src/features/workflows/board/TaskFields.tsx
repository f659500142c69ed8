import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { JobFamilyField } from '../../../app/JobFamilyField';
import { workflowsTexts as texts } from '../workflowsTexts';
import type { MapContent } from './stepChanges';

export interface TaskFieldsProps {
  content: MapContent;
  onChange: (part: Partial<MapContent>) => void;
}

/** What is the task called, whose is it, and what is it for? */
export function TaskFields({ content, onChange }: TaskFieldsProps) {
  const styles = useStyles();
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
      <JobFamilyField
        label={texts.jobFamily}
        everyone={texts.everyone}
        value={content.jobFamily}
        onChange={(jobFamily) => {
          onChange({ jobFamily });
        }}
      />
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
