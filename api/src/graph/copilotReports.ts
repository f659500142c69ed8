import type { GraphClient } from './graphClient';
import { toGraphError } from './graphError';

/** The Copilot usage report as it came: CSV text, or the rows of its JSON form. */
export type CopilotReportAnswer =
  | { readonly kind: 'csv'; readonly text: string }
  | { readonly kind: 'json'; readonly rows: readonly unknown[] }
  /** Graph refuses: the permission is not granted, or the tenant has no licence for the report. */
  | { readonly kind: 'refused'; readonly permission: string };

const permission = 'Reports.Read.All';
const report = "/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')";
const betaReport = `https://graph.microsoft.com/beta${report}`;

/**
 * Reads the usage of the last seven days (application permission Reports.Read.All). The report is
 * CSV in v1.0; a tenant whose v1.0 does not know it yet has it in beta, as JSON. Throws a GraphError
 * for what may pass. CSV is allowed 14 times in 10 minutes: this asks once.
 */
export async function readCopilotReport(
  graph: Pick<GraphClient, 'getText' | 'getAll'>,
): Promise<CopilotReportAnswer> {
  try {
    return { kind: 'csv', text: await graph.getText(report) };
  } catch (error) {
    const { status } = toGraphError(error);
    if (status === 403) return { kind: 'refused', permission };
    if (status !== 400 && status !== 404) throw error;
  }
  try {
    return { kind: 'json', rows: await graph.getAll(betaReport) };
  } catch (error) {
    if (toGraphError(error).status === 403) return { kind: 'refused', permission };
    throw error;
  }
}
