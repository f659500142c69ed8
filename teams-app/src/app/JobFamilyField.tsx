import { Field, Select } from '@fluentui/react-components';
import { useSession } from './session';

export interface JobFamilyFieldProps {
  label: string;
  /** What is shown for no family in particular. */
  everyone: string;
  /** Id of a job family of the programme; empty for everyone. */
  value: string;
  onChange: (jobFamily: string) => void;
}

/** Which job family is it for, if for one? */
export function JobFamilyField({ label, everyone, value, onChange }: JobFamilyFieldProps) {
  const { programme } = useSession();
  return (
    <Field label={label}>
      <Select
        value={value}
        onChange={(_, chosen) => {
          onChange(chosen.value);
        }}
      >
        <option value="">{everyone}</option>
        {programme.jobFamilies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
