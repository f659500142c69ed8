import { Field, Input, makeStyles } from '@fluentui/react-components';
import { mostResponseDays } from '@last-mile/shared/programme';
import { calendarTexts as texts } from './calendarTexts';

export interface DaysFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A number of working days that a first response may take. */
export function DaysField({ label, value, onChange }: DaysFieldProps) {
  const styles = useStyles();
  return (
    <Field
      label={label}
      {...(toDays(value) === null
        ? { validationState: 'error', validationMessage: texts.wrongDays(mostResponseDays) }
        : {})}
    >
      <Input
        type="number"
        min={0}
        max={mostResponseDays}
        className={styles.days}
        value={value}
        onChange={(_, { value: typed }) => {
          onChange(typed);
        }}
      />
    </Field>
  );
}

/** The days that were typed; null where it is no number of days that can be given. */
export function toDays(typed: string): number | null {
  const days = typed.trim() === '' ? Number.NaN : Number(typed);
  return Number.isInteger(days) && days >= 0 && days <= mostResponseDays ? days : null;
}

const useStyles = makeStyles({ days: { maxWidth: '120px' } });
