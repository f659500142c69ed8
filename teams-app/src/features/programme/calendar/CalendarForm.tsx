import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle1,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { overtakenBy, settingsClient } from '@last-mile/shared/client';
import {
  readHolidays,
  weekdays,
  workingCalendarResponse,
  writeHolidays,
  type Weekday,
  type WorkingCalendarResponse,
} from '@last-mile/shared/programme';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { calendarQueries } from './calendarQueries';
import { calendarTexts as texts } from './calendarTexts';
import { DaysField, toDays } from './DaysField';

interface Chosen {
  readonly workingDays: readonly Weekday[];
  readonly holidays: string;
  readonly responseDays: string;
  readonly unsafeResponseDays: string;
}

/** The calendar to change. Who is overtaken by somebody else starts again from what they saved. */
export function CalendarForm({ stored }: { stored: WorkingCalendarResponse }) {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState<Partial<Chosen>>({});
  const chosen: Chosen = {
    workingDays: stored.workingDays,
    holidays: writeHolidays(stored.holidays),
    responseDays: String(stored.responseDays),
    unsafeResponseDays: String(stored.unsafeResponseDays),
    ...changed,
  };
  const { holidays, unreadable } = readHolidays(chosen.holidays);
  const [responseDays, unsafeResponseDays] = [
    toDays(chosen.responseDays),
    toDays(chosen.unsafeResponseDays),
  ];
  const isUsable = chosen.workingDays.length > 0 && unreadable.length === 0;
  const wanted =
    isUsable && responseDays !== null && unsafeResponseDays !== null
      ? { workingDays: [...chosen.workingDays], holidays, responseDays, unsafeResponseDays }
      : null;

  const show = (standing: WorkingCalendarResponse) => {
    queryClient.setQueryData(calendarQueries.calendar(api).queryKey, standing);
    setChanged({});
  };
  const save = useMutation({
    mutationFn: (calendar: NonNullable<typeof wanted>) =>
      settingsClient(api).saveWorkingCalendar({ eTag: stored.eTag, ...calendar }),
    onSuccess: show,
    onError: (error) => {
      const theirs = overtakenBy(error, workingCalendarResponse);
      if (theirs !== undefined) show(theirs);
    },
  });

  function change(part: Partial<Chosen>) {
    save.reset();
    setChanged({ ...changed, ...part });
  }

  const canSave = wanted !== null && Object.keys(changed).length > 0;
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) save.mutate(wanted);
      }}
    >
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
      {save.isError && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {overtakenBy(save.error, workingCalendarResponse) === undefined
              ? `${texts.notSaved} ${save.error.message}`
              : texts.overtaken}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={!canSave || save.isPending}>
          {save.isPending ? texts.saving : texts.save}
        </Button>
        <Text role="status">{save.isSuccess ? texts.saved : ''}</Text>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  days: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  holidays: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
