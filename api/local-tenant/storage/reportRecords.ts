/** The apps whose last Copilot activity the usage report tells apart, in the report's order. */
export const copilotApps = [
  'copilotChat',
  'microsoftTeamsCopilot',
  'wordCopilot',
  'excelCopilot',
  'powerPointCopilot',
  'outlookCopilot',
  'oneNoteCopilot',
  'loopCopilot',
] as const;

/** What version 2 of the report tells apart as well. */
export const laterCopilotApps = [
  'copilotChatWork',
  'copilotChatWeb',
  'microsoft365Copilot',
  'edge',
  'copilotAgent',
] as const;

export type CopilotApp = (typeof copilotApps | typeof laterCopilotApps)[number];

/** One licensed person in the Copilot usage report; a date is `YYYY-MM-DD`. */
export interface CopilotUsage {
  readonly userPrincipalName: string;
  readonly displayName: string;
  /** When each app was last used; an app never used is absent. */
  readonly lastActivity: Readonly<Partial<Record<CopilotApp, string>>>;
  /** Counts that version 2 adds. */
  readonly promptsWork: number;
  readonly promptsWeb: number;
  readonly promptsAllApps: number;
  readonly activeDays: number;
}

export interface CopilotUsageReport {
  /** The last day the report knows of: data lags two to three days. */
  readonly refreshDate: string;
  readonly rows: readonly CopilotUsage[];
}
