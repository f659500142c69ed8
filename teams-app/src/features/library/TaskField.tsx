import { Field, Select } from '@fluentui/react-components';
import type { Workflow } from '@last-mile/shared/workflows';
import { libraryTexts } from './libraryTexts';
import { lifeTexts } from './lifeTexts';

export interface TaskFieldProps {
  tasks: readonly Workflow[];
  /** Key of the task that is chosen. */
  value: string | null;
  onChange: (taskKey: string | null) => void;
}

/** Which mapped task does the text serve? None is an answer too. */
export function TaskField({ tasks, value, onChange }: TaskFieldProps) {
  return (
    <Field label={libraryTexts.fields.taskKey}>
      <Select
        value={value ?? ''}
        onChange={(_, { value: chosen }) => {
          onChange(chosen || null);
        }}
      >
        <option value="">{lifeTexts.noTask}</option>
        {tasks.map(({ clientKey, task }) => (
          <option key={clientKey} value={clientKey}>
            {task}
          </option>
        ))}
      </Select>
    </Field>
  );
}
