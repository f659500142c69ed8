import { texts } from '../../../app/texts';

/** Words of the places of use. Figures come in written. */
export const surfacesTexts = texts('surfaces', {
  title: 'Outlook, Teams and Copilot',
  definition:
    'Distinct people by where they acted: in Outlook, in Teams, or on a day Microsoft 365 Copilot’s usage report saw them. One person can be in several, so the three do not add up; who is known only from an uploaded file is in none of them. Copilot’s report covers licensed people only and lags up to 72 hours; what it did not see is not counted as no use.',
  kinds: { outlook: 'Outlook', teams: 'Teams', copilot: 'Copilot' },
  chartLabel: 'People by where they acted, week by week',
  summary: (day: string, figures: string) => `In the week of ${day}: ${figures}.`,
  part: (name: string, share: string) => `${name} ${share}`,
  unknown: 'No week is over yet.',
  caption: 'People by where they acted, week by week',

  none: 'No Copilot usage report has come yet. A Microsoft 365 admin can allow it; a champion can upload a usage CSV.',
  refused: (permission: string) =>
    `Microsoft refuses Copilot’s usage report: the permission ${permission} is missing, so Copilot days are not counted.`,
  refusedAdmin:
    'Grant it to the app in Microsoft Entra ID (App registrations → API permissions → Grant admin consent); the next daily report then counts.',
  refusedOthers: 'Ask a Microsoft 365 admin to grant it.',
  concealed: (day: string) =>
    `Copilot’s report of ${day} conceals names, so its days cannot be counted for anybody.`,
  concealedAdmin:
    'In the Microsoft 365 admin center go to Settings → Org settings → Reports and switch off “Display concealed user, group, and site names in all reports”. The next daily report then counts.',
  concealedOthers:
    'Ask a Microsoft 365 admin: Microsoft 365 admin center → Settings → Org settings → Reports, “Display concealed user, group, and site names in all reports” must be off.',
  stale: (day: string) => `The last Copilot report is of ${day}: later days are not known yet.`,
  missing: (days: number) =>
    `${String(days)} of the last 28 days ${days === 1 ? 'has' : 'have'} no Copilot report; use on them may be missing.`,
  upToDate: (day: string) => `Copilot’s report is up to date: ${day}.`,
});
