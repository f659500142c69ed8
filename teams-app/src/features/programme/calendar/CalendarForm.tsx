import {
  Checkbox,
  Field,
  makeStyles,
  Subtitle1,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { settingsClient } from '@last-mile/shared/client';
import {
  readHolidays,
  weekdays,
  workingCalendarResponse,
  writeHolidays,
  type SaveWorkingCalendarRequest,
  type WorkingCalendarResponse,
} from '@last-mile/shared/programme';
import { useSession } from '../../../app/session';
import { StoredForm } from '../../../app/StoredForm';
import { useStoredChanges } from '../../../app/useStoredChanges';
import { calendarQueries } from './calendarQueries';
import { calendarTexts as texts } from './calendarTexts';
import { DaysField, toDays } from './DaysField';

/** The calendar to change. */
export function CalendarForm({ stored }: { stored: WorkingCalendarResponse }) {
  const styles = useStyles();
  const { api } = useSession();
  const { chosen, change, hasChanges, ...outcome } = useStoredChanges({
    stored: {
      workingDays: stored.workingDays,
      holidays: writeHolidays(stored.holidays),
      responseDays: String(stored.responseDays),
      unsafeResponseDays: String(stored.unsafeResponseDays),
    },
    queryKey: calendarQueries.calendar(api).queryKey,
    schema: workingCalendarResponse,
    save: (calendar: Omit<SaveWorkingCalendarRequest, 'eTag'>) =>
      settingsClient(api).saveWorkingCalendar({ eTag: stored.eTag, ...calendar }),
  });
  const { holidays, unreadable } = readHolidays(chosen.holidays);
  const [responseDays, unsafeResponseDays] = [
    toDays(chosen.responseDays),
    toDays(chosen.unsafeResponseDays),
  ];
  const isUsable = chosen.workingDays.length > 0 && unreadable.length === 0;
  const wanted =
    hasChanges && isUsable && responseDays !== null && unsafeResponseDays !== null
      ? { workingDays: [...chosen.workingDays], holidays, responseDays, unsafeResponseDays }
      : null;

  return (
    <StoredForm {...outcome} wanted={wanted} texts={texts} primary>
      <section className={styles.part} aria-labelledby="working-days">
        <Subtitle1 as="h2" id="working-days">
          {texts.workingDays}
        </Subtitle1>
        <div role="group" aria-labelledby="working-days" className={styles.days}>
          {weekdays.map((day) => (
            <Checkbox
              key={day}
              label={texts[day]}
              checked={chosen.workingDays.includes(day)}
              onChange={(_, { checked }) => {
                const others = chosen.workingDays.filter((each) => each !== day);
                change({ workingDays: checked === true ? [...others, day] : others });
              }}
            />
          ))}
        </div>
        {chosen.workingDays.length === 0 && <Text role="alert">{texts.noWorkingDay}</Text>}
        <Field
          label={texts.holidays}
          hint={`${texts.holidaysHint} ${texts.holidaysRead(holidays.length)}.`}
          className={styles.holidays}
          {...(unreadable[0] === undefined
            ? {}
            : {
                validationState: 'error',
                validationMessage: texts.unreadable(unreadable[0]),
              })}
        >
          <Textarea
            rows={6}
            resize="vertical"
            value={chosen.holidays}
            onChange={(_, { value }) => {
              change({ holidays: value });
            }}
          />
        </Field>
      </section>
      <section className={styles.part}>
        <Subtitle1 as="h2">{texts.responses}</Subtitle1>
        <DaysField
          label={texts.responseDays}
          value={chosen.responseDays}
          onChange={(value) => {
            change({ responseDays: value });
          }}
        />
        <DaysField
          label={texts.unsafeResponseDays}
          value={chosen.unsafeResponseDays}
          onChange={(value) => {
            change({ unsafeResponseDays: value });
          }}
        />
        <Text className={styles.quiet}>{texts.responseHint}</Text>
      </section>
    </StoredForm>
  );
}

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  days: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  holidays: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
});
