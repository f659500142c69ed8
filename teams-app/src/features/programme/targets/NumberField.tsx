import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';

export interface NumberFieldProps {
  id?: string;
  label: string;
  hint?: string;
  /** What is said where something was typed that cannot be taken. */
  wrong: string;
  unit?: string;
  value: number | null;
  /** The value that a number typed here stands for; null where it cannot be taken. */
  read: (typed: number) => number | null;
  /** The number that is shown for a value. @default the value */
  write?: (value: number) => number;
  required?: boolean;
  onChange: (value: number | null) => void;
}

/** A number as it is typed. What cannot be taken is said, and counts as nothing. */
export function NumberField(props: NumberFieldProps): ReactElement {
  const { id, label, hint, wrong, unit, value, read, onChange, required = false } = props;
  const write = props.write ?? ((known: number) => known);
  const styles = useStyles();
  const [typed, setTyped] = useState(value === null ? '' : String(write(value)));
  const valueOf = (text: string) => {
    const number = Number(text.replace(',', '.'));
    return text.trim() === '' || Number.isNaN(number) ? null : read(number);
  };
  const isWrong = typed.trim() !== '' && valueOf(typed) === null;
  // Somebody else's value may have come in meanwhile.
  const isOwn = isWrong || valueOf(typed) === value;
  const shown = isOwn ? typed : value === null ? '' : String(write(value));
  return (
    <Field
      label={label}
      required={required}
      {...(hint !== undefined && { hint })}
      {...(isWrong && { validationState: 'error', validationMessage: wrong })}
    >
      <Input
        {...(id !== undefined && { id })}
        inputMode="decimal"
        className={styles.input}
        value={shown}
        {...(unit !== undefined && { contentAfter: unit })}
        onChange={(_, { value: text }) => {
          setTyped(text);
          onChange(valueOf(text));
        }}
      />
    </Field>
  );
}

const useStyles = makeStyles({ input: { maxWidth: '180px' } });
