import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

/** Words of the working calendar, and of who is notified. */
export const calendarTexts = texts('calendar', {
  title: 'Working days and notifications',
  subtitle: 'When feedback is due, and whether people hear in Teams what became of it.',
  back: 'Back to the feedback',
  loading: 'Loading the calendar',

  workingDays: 'Working days',
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
  noWorkingDay: 'Choose at least one.',

  holidays: 'Holidays',
  holidaysHint:
    'One a line, as 2026-12-25 or 25.12.2026; a name may follow. Paste a whole list if you have one.',
  holidaysRead: (count: number) => plural(count, { one: '# holiday', other: '# holidays' }),
  unreadable: (line: string) => `This line begins with no day: ${line}`,

  responses: 'First response',
  responseDays: 'Working days for a first response',
  unsafeResponseDays: 'Working days where something is unsafe',
  responseHint: 'What reached a client is always due the same day. What is due already stays due.',
  wrongDays: (most: number) => `Use a whole number from 0 to ${most}.`,

  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  notSaved: 'Not saved.',
  overtaken: 'Someone changed this meanwhile. This is how it stands now: change it again and save.',

  notices: 'Notifications in Teams',
  noticesLoading: 'Asking whether people are notified',
  noticesOff:
    'Nobody is notified yet: an administrator has to give Last Mile the id of the app in Teams.',
  noticesOn:
    'People hear in Teams when their feedback is answered, closed or opened again, and you hear once a working day how much is due.',
  notInstalled: (count: number) =>
    plural(count, {
      one: '# person does not have the app in Teams.',
      other: '# people do not have the app in Teams.',
    }),
  notPermitted: (count: number) =>
    plural(count, {
      one: '# person could not be notified: the app may not.',
      other: '# people could not be notified: the app may not.',
    }),
  refused: (count: number) =>
    plural(count, {
      one: '# person could not be notified: Teams has an older version of the app.',
      other: '# people could not be notified: Teams has an older version of the app.',
    }),
  unnamed: 'People who did not give their name are notified too, and counted nowhere.',
});
