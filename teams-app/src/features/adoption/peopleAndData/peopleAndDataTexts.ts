import type { RefusedRowReason } from '@last-mile/shared/adoption';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

const reasons: Record<RefusedRowReason, string> = {
  userMissing: 'It names nobody.',
  dateUnreadable: 'Its date cannot be read: write it as 2026-11-23.',
  countUnreadable: 'Its count is no whole number.',
  inTheFuture: 'Its date lies in the future.',
  tooOld: 'It is older than the 180 days that are kept.',
  unknownPerson: 'This person is not in your programme.',
};

/** Words of the page. Figures come in written. */
export const peopleAndDataTexts = texts('peopleAndData', {
  title: 'People and data',
  subtitle:
    'Where figures come from that Last Mile does not count itself, and who is in which job family.',
  calendar: 'Working days and notifications',
  back: 'Back to the dashboard',

  copilotTitle: 'Microsoft 365 Copilot’s report',
  copilotHint:
    'Microsoft reports on which day each person last used Copilot. Last Mile reads it every day and counts the days it names, nothing else.',
  loadingReports: 'Loading how the reports stand',
  trouble: {
    noAnswer: (since: string) =>
      `Microsoft has not answered since ${since}. Last Mile tries again every hour; nothing is lost.`,
    notAReport: (since: string) =>
      `Since ${since}, Microsoft has sent something that is no usage report. Last Mile tries again every hour.`,
  },
  members: (moment: string) => `The programme’s members are as in Microsoft Entra at ${moment}.`,
  membersUnknown: 'The programme’s members have not been read yet.',

  fileTitle: 'Upload a usage file',
  fileHint:
    'Microsoft’s Copilot usage report as the admin center exports it, or a CSV with the columns user, date and count. A day counts once for each person, however high its count, and the same file twice counts nothing new.',
  chooseFile: 'Choose a CSV file',
  chooseOther: 'Choose another file',
  tooLarge: 'This file is larger than 8 MB. Split it and upload the parts.',
  sending: (name: string) => `Uploading ${name}`,
  notTaken: 'The file was not taken',
  unreachable: 'No answer came. The file is still chosen: try again, it counts only once.',
  again: 'Try again',
  taken: (name: string) => `${name} was read.`,
  report: (day: string) => `Copilot’s usage report of ${day}.`,
  days: 'A list of days.',
  accepted: (days: number) => plural(days, { one: '# day counted', other: '# days counted' }),
  known: (days: number) =>
    plural(days, { one: '# was known already', other: '# were known already' }),
  withoutUse: (rows: number) =>
    plural(rows, { one: '# row tells of no use', other: '# rows tell of no use' }),
  strangers: (people: number) =>
    plural(people, {
      one: '# person is not in your programme and is left out',
      other: '# people are not in your programme and are left out',
    }),
  refused: (rows: number) =>
    plural(rows, { one: '# row is not counted', other: '# rows are not counted' }),
  refusedSome: (shown: number, all: string) =>
    `The first ${String(shown)} of ${all} rows that are not counted`,
  row: 'Row',
  reason: 'Why',
  reasons,

  familiesTitle: 'Job families',
  familiesHint:
    'A job title decides who belongs to which job family; where it has none, the department does. A change holds from the day you save it: weeks that are over stay as they were.',
  loadingFamilies: 'Loading job titles and departments',
  noFamilies: 'This programme has no job families yet',
  noFamiliesHint:
    'Add them to the programme in SharePoint, in the column “Job families”, one line each: id = name.',
  without: (people: number) =>
    plural(people, {
      one: '# person belongs to no job family.',
      other: '# people belong to no job family.',
    }),
  withoutUnknown:
    'How many people have which title is not known right now: the directory does not answer. You can still change the mapping.',
  parts: { jobTitles: 'Job titles', departments: 'Departments' },
  nobodyHas: {
    jobTitles: 'Nobody has a job title.',
    departments: 'Nobody has a department.',
  },
  name: { jobTitles: 'Job title', departments: 'Department' },
  people: 'People',
  unknown: 'unknown',
  family: 'Job family',
  familyOf: (name: string) => `Job family of ${name}`,
  noFamily: 'None',
  showAll: (count: string) => `Show all ${count}`,
  save: 'Save',
  saving: 'Saving',
  unsaved: (count: number) =>
    plural(count, { one: '# change not saved yet', other: '# changes not saved yet' }),
  kept: 'Your changes are kept on this device until they are saved.',
  takeBack: 'Take back',
  saved: 'Saved. It holds from today on.',
  notSaved: 'Not saved',
  conflictTitle: 'Someone changed this meanwhile',
  conflict: (name: string, theirs: string, mine: string) =>
    `${name}: they chose ${theirs}, you chose ${mine}.`,
  takeTheirs: (name: string) => `Take theirs for ${name}`,
  keepMine: (name: string) => `Keep mine for ${name}`,
});
