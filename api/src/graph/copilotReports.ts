import type { GraphClient } from './graphClient';
import { toGraphError } from './graphError';

/** The Copilot usage report as it came: CSV text, or the rows of its JSON form. */
export type CopilotReportAnswer =
  | { readonly kind: 'csv'; readonly text: string }
  | { readonly kind: 'json'; readonly rows: readonly unknown[] }
  /** Graph refuses: the permission is not granted, or the tenant has no licence for the report. */
  | { readonly kind: 'refused'; readonly permission: string };

const permission = 'Reports.Read.All';
const report = '/copilot/reports/getMicrosoft365CopilotUsageUserDetail';
/** Version 2 names more days (of chat at work and on the web, of agents, of Edge). */
const reports = [`${report}(period='D7',version='v2')`, `${report}(period='D7')`];
const betaReport = `https://graph.microsoft.com/beta${report}(period='D7')`;

/**
 * Reads the usage of the last seven days (application permission Reports.Read.All): the report's
 * version 2, and version 1 where the tenant does not know that yet, as CSV; and where Graph's v1.0 has
 * neither, as beta's JSON. Throws a GraphError for what may pass. CSV is allowed 14 times in 10
 * minutes: this asks twice at most.
 */
export async function readCopilotReport(
  graph: Pick<GraphClient, 'getText' | 'getAll'>,
): Promise<CopilotReportAnswer> {
  for (const asked of reports) {
    try {
      return { kind: 'csv', text: await graph.getText(asked) };
    } catch (error) {
      const { status } = toGraphError(error);
      if (status === 403) return { kind: 'refused', permission };
      if (status !== 400 && status !== 404) throw error;
    }
  }
  try {
    return { kind: 'json', rows: await graph.getAll(betaReport) };
  } catch (error) {
    if (toGraphError(error).status === 403) return { kind: 'refused', permission };
    throw error;
  }
}
