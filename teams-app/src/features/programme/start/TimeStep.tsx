import {
  Checkbox,
  Field,
  makeStyles,
  Select,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import { earliestStart, readHolidays, weekdays, writeHolidays } from '@last-mile/shared/programme';
import { useState } from 'react';
import type { Formats } from '../../../app/formats';
import { calendarTexts } from '../calendar/calendarTexts';
import { guidedStartTexts as texts } from './guidedStartTexts';
import type { StepProps } from './stepProps';
import { fieldIds } from './startSteps';

const mondaysOffered = 16;
const lengths = [6, 7, 8, 9, 10, 11, 12];

/** The first day, how long it is active, and which days people work on. */
export function TimeStep({ draft, change, formats }: StepProps & { formats: Formats }) {
  const styles = useStyles();
  const [holidays, setHolidays] = useState(writeHolidays(draft.holidays));
  const [unreadable] = readHolidays(holidays).unreadable;
  const { startsOn, weeks, timeZone, workingDays } = draft;
  const first = earliestStart(calendarDayIn(new Date(), timeZone ?? 'UTC'));
  const mondays = Array.from({ length: mondaysOffered }, (_, index) => addDays(first, 7 * index));
  return (
    <>
      <div className={styles.row}>
        <Field label={texts.startsOn} required>
          <Select
            id={fieldIds.startsOn}
            value={startsOn ?? ''}
            onChange={(_, { value }) => {
              change({ startsOn: value === '' ? null : value });
            }}
          >
            <option value="">{texts.choose}</option>
            {withStored(mondays, startsOn).map((monday) => (
              <option key={monday} value={monday}>
                {formats.day(monday)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.weeks} required>
          <Select
            id={fieldIds.weeks}
            value={weeks === null ? '' : String(weeks)}
            onChange={(_, { value }) => {
              change({ weeks: value === '' ? null : Number(value) });
            }}
          >
            <option value="">{texts.choose}</option>
            {lengths.map((each) => (
              <option key={each} value={each}>
                {formats.number(each)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={texts.timeZone} hint={texts.timeZoneHint} required>
        <Select
          id={fieldIds.timeZone}
          value={timeZone ?? ''}
          onChange={(_, { value }) => {
            change({ timeZone: value === '' ? null : value });
          }}
        >
          <option value="">{texts.choose}</option>
          {withStored(Intl.supportedValuesOf('timeZone'), timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </Select>
      </Field>
      <div role="group" aria-labelledby="start-days">
        <Text id="start-days" weight="semibold" block>
          {texts.workingDays}
        </Text>
        <div className={styles.days}>
          {weekdays.map((day, index) => (
            <Checkbox
              key={day}
              {...(index === 0 && { id: fieldIds.workingDays })}
              label={calendarTexts[day]}
              checked={workingDays.includes(day)}
              onChange={(_, { checked }) => {
                const wanted = weekdays.filter((each) =>
                  each === day ? checked === true : workingDays.includes(each),
                );
                change({ workingDays: wanted });
              }}
            />
          ))}
        </div>
      </div>
      <Field
        label={texts.holidays}
        hint={texts.holidaysHint}
        {...(unreadable !== undefined && {
          validationState: 'error' as const,
          validationMessage: texts.unreadable(unreadable),
        })}
      >
        <Textarea
          rows={4}
          resize="vertical"
          value={holidays}
          onChange={(_, { value }) => {
            setHolidays(value);
            change({ holidays: readHolidays(value).holidays });
          }}
        />
      </Field>
    </>
  );
}

/** What is stored can be chosen, though it would not be offered any more. */
const withStored = (offered: readonly string[], stored: string | null) =>
  stored === null || offered.includes(stored) ? offered : [stored, ...offered];

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  days: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});
