import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { amount, weekHours, type Budget } from '@last-mile/shared/programme';
import { useState } from 'react';
import { NumberField } from '../targets/NumberField';
import { guidedStartTexts as texts } from './guidedStartTexts';
import { fieldIds } from './startSteps';

/** Hours a week and what may be spent; null where nothing was said. */
interface EffortSaid {
  readonly weeklyHours: number | null;
  readonly lighterHours: number | null;
  readonly budget: Budget | null;
}

export interface EffortFieldsProps extends EffortSaid {
  change: (part: Partial<EffortSaid>) => void;
}

/** What the owner has to give, in hours and in money. */
export function EffortFields({ weeklyHours, lighterHours, budget, change }: EffortFieldsProps) {
  const styles = useStyles();
  /** Chosen before an amount is. */
  const [wanted, setWanted] = useState('EUR');
  const currency = budget?.currency ?? wanted;
  const readHours = (typed: number) => weekHours.safeParse(typed).data ?? null;
  return (
    <>
      <NumberField
        id={fieldIds.weeklyHours}
        label={texts.weeklyHours}
        required
        unit={texts.hours}
        wrong={texts.wrongHours}
        value={weeklyHours}
        read={readHours}
        onChange={(value) => {
          change({ weeklyHours: value });
        }}
      />
      <NumberField
        label={texts.lighterHours}
        required
        unit={texts.hours}
        wrong={texts.wrongHours}
        value={lighterHours}
        read={readHours}
        onChange={(value) => {
          change({ lighterHours: value });
        }}
      />
      <div className={styles.money}>
        <NumberField
          id={fieldIds.budget}
          label={texts.budget}
          hint={texts.budgetHint}
          required
          wrong={texts.wrongBudget}
          value={budget?.amount ?? null}
          read={(typed) => amount.safeParse(typed).data ?? null}
          onChange={(value) => {
            change({ budget: value === null ? null : { amount: value, currency } });
          }}
        />
        <Field label={texts.currency}>
          <Select
            value={currency}
            onChange={(_, { value }) => {
              setWanted(value);
              if (budget !== null) change({ budget: { ...budget, currency: value } });
            }}
          >
            {[...new Set([currency, ...Intl.supportedValuesOf('currency')])].map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  money: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
});
