import {
  copilotApps,
  laterCopilotApps,
  type CopilotApp,
  type CopilotUsage,
  type CopilotUsageReport,
} from '../storage/reportRecords';
import type { TenantSwitches } from '../storage/switches';

export interface ReportOrder {
  readonly version: 'v1' | 'v2';
  readonly period: string;
}

const appTitles: Readonly<Record<CopilotApp, string>> = {
  copilotChat: 'Copilot Chat',
  microsoftTeamsCopilot: 'Microsoft Teams Copilot',
  wordCopilot: 'Word Copilot',
  excelCopilot: 'Excel Copilot',
  powerPointCopilot: 'PowerPoint Copilot',
  outlookCopilot: 'Outlook Copilot',
  oneNoteCopilot: 'OneNote Copilot',
  loopCopilot: 'Loop Copilot',
  copilotChatWork: 'Copilot Chat (work)',
  copilotChatWeb: 'Copilot Chat (web)',
  microsoft365Copilot: 'Microsoft 365 Copilot',
  edge: 'Edge',
  copilotAgent: 'Copilot Agent',
};

type Column = readonly [title: string, value: (row: CopilotUsage) => string | number];

/** The usage report as CSV; nobody may rely on the order of its columns or their letter case. */
export function copilotUsageCsv(
  { refreshDate, rows }: CopilotUsageReport,
  { version, period }: ReportOrder,
  headers: TenantSwitches['reportHeaders'],
): string {
  const documented: Column[] = [
    ['Report Refresh Date', () => refreshDate],
    ['User Principal Name', (row) => row.userPrincipalName],
    ['Display Name', (row) => row.displayName],
    ['Last Activity Date', lastActivityOf],
    ...copilotApps.map(lastActivityColumn),
    ...(version === 'v2' ? [...countColumns, ...laterCopilotApps.map(lastActivityColumn)] : []),
    ['Report Period', () => reportPeriod(period)],
  ];
  const columns =
    headers === 'asDocumented'
      ? documented
      : [...documented].reverse().map(([title, value]): Column => [sentenceCase(title), value]);
  const lines = [
    columns.map(([title]) => title),
    ...rows.map((row) => columns.map(([, value]) => quoted(String(value(row))))),
  ];
  return `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

const lastActivityColumn = (app: CopilotApp): Column => [
  `${appTitles[app]} Last Activity Date`,
  (row) => row.lastActivity[app] ?? '',
];

const countColumns: readonly Column[] = [
  ['Prompts submitted for all apps', (row) => row.promptsAllApps],
  ['Prompts submitted for Copilot Chat (work)', (row) => row.promptsWork],
  ['Prompts submitted for Copilot Chat (web)', (row) => row.promptsWeb],
  ['Active Usage Days for all apps', (row) => row.activeDays],
];

export const reportPeriod = (period: string) =>
  period === 'ALL' ? period : Number(period.slice(1));

/** The latest of the days on which an app was used; empty when none was. */
export const lastActivityOf = (row: CopilotUsage) =>
  Object.values(row.lastActivity).reduce((last, date) => (date > last ? date : last), '');

const sentenceCase = (title: string) => `${title.slice(0, 1)}${title.slice(1).toLowerCase()}`;

const quoted = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
