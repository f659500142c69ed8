import { createHash } from 'node:crypto';
import { copilotApps, type CopilotUsageReport } from '../storage/reportRecords';
import { copilotUsageCsv, lastActivityOf, reportPeriod, type ReportOrder } from './copilotUsageCsv';
import { context, ok, type GraphCall, type GraphGround, type GraphHandler } from './graphCall';
import { badRequest, GraphFailure } from './graphFailure';
import { requireObject, requireProperties } from './jsonBody';
import { nextLink, sealPosition, unsealPosition } from './paging';
import { requireScope } from './people';
import { refuseOptions } from './queryOptions';

/** Version 2 counts 28 days where version 1 counts 30. */
const periods: Readonly<Record<ReportOrder['version'], readonly string[]>> = {
  v1: ['D7', 'D30', 'D90', 'D180', 'ALL'],
  v2: ['D7', 'D28', 'D90', 'D180', 'ALL'],
};

const noUsage: CopilotUsageReport = { refreshDate: '', rows: [] };

const isBeta = (call: GraphCall) => call.url.pathname.startsWith('/beta/');

/** Whether the answer is JSON, which only beta gives; v1.0 is CSV. */
export function asksJson(call: GraphCall): boolean {
  const format = call.query.get('format');
  if (format === undefined) return isBeta(call);
  if (format === 'text/csv') return false;
  if (format === 'application/json' && isBeta(call)) return true;
  throw badRequest(`The format '${format}' is not supported for this report.`);
}

/** GET /copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7',version='v2'). */
export const getCopilotReport: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['format', 'skiptoken']);
  if (!isBeta(call) && ground.switches.copilotReportInV1 === 'unknown') {
    throw badRequest("Resource not found for the segment 'copilot'.");
  }
  requireReportReader(call, ground);
  const order = readOrder(at['report'] ?? '', ground);
  if (asksJson(call)) return ok(jsonPage(call, order, ground));
  if (ground.switches.reportAnswer === 'redirect302') {
    const until = ground.now().getTime() + ground.switches.reportDownloadMinutes * 60_000;
    const token = sealPosition(`report:${order.version}:${order.period}:${until}`);
    return {
      status: 302,
      headers: {
        Location: `https://${ground.switches.reportDownloadHost}/data/v1.0/download?token=${token}`,
      },
    };
  }
  return { status: 200, headers: csvHeaders, body: csvOf(order, ground) };
};

const csvHeaders = { 'Content-Type': 'application/octet-stream' };

/** What the address of a redirect gives: no token but the one in it, and only for a few minutes. */
export function downloadReport(url: URL, ground: GraphGround): Response {
  try {
    const match = unsealPosition(
      url.searchParams.get('token') ?? '',
      /^report:(v1|v2):(D\d{1,3}|ALL):(\d{1,15})$/,
    );
    const [, version, period = '', until] = match;
    if (Number(until) < ground.now().getTime()) return new Response(null, { status: 403 });
    const order: ReportOrder = { version: version === 'v2' ? 'v2' : 'v1', period };
    return new Response(csvOf(order, ground), { headers: csvHeaders });
  } catch (error) {
    if (error instanceof GraphFailure) return new Response(null, { status: 403 });
    throw error;
  }
}

export const getReportSettings: GraphHandler = (call, _at, ground) => {
  refuseOptions(call.query, []);
  requireScope(call, ['ReportSettings.Read.All', 'ReportSettings.ReadWrite.All']);
  return ok({
    '@odata.context': context('admin/reportSettings/$entity'),
    displayConcealedNames: areConcealed(ground),
  });
};

export const updateReportSettings: GraphHandler = (call, _at, ground) => {
  requireScope(call, ['ReportSettings.ReadWrite.All']);
  const body = requireObject(call.body);
  requireProperties(body, ['displayConcealedNames'], 'adminReportSettings');
  const concealed = body['displayConcealedNames'];
  if (typeof concealed !== 'boolean') {
    throw badRequest("'displayConcealedNames' must be a boolean.");
  }
  ground.journal.commit({ kind: 'concealedNames', concealed });
  return { status: 204 };
};

/** A person needs a role that may read reports as well; an app its consent alone. */
function requireReportReader(call: GraphCall, ground: GraphGround): void {
  requireScope(call, ['Reports.Read.All']);
  const { userId } = call.caller;
  if (userId === undefined) return;
  if ((ground.state.directoryRoles.get(userId)?.size ?? 0) > 0) return;
  throw new GraphFailure(
    403,
    'S2SUnauthorized',
    'Invalid permission: the person needs a role that may read reports.',
  );
}

function readOrder(segment: string, { switches }: GraphGround): ReportOrder {
  const call = /^getMicrosoft365CopilotUsageUserDetail\(([^()]*)\)$/.exec(segment);
  if (!call) throw badRequest(`Resource not found for the segment '${segment}'.`);
  const given = new Map<string, string>();
  for (const part of (call[1] ?? '').split(',')) {
    const [, name, value] = /^\s*(period|version)\s*=\s*'([^']*)'\s*$/.exec(part) ?? [];
    if (name === undefined || value === undefined || given.has(name)) {
      throw badRequest(`The parameters of the report are not valid: '${part}'.`);
    }
    given.set(name, value);
  }
  const version = given.get('version') ?? 'v1';
  const period = given.get('period') ?? '';
  if (version === 'v2' && switches.reportVersion2 === 'unknown') {
    throw badRequest("The parameter 'version' is not recognized.");
  }
  if ((version !== 'v1' && version !== 'v2') || !periods[version].includes(period)) {
    throw badRequest(`Invalid period value specified: '${period}' in version '${version}'.`);
  }
  return { version, period };
}

function jsonPage(call: GraphCall, { period }: ReportOrder, ground: GraphGround) {
  const { refreshDate, rows } = shownReport(ground);
  const pageSize = ground.switches.reportPageSize;
  const token = call.query.get('skiptoken');
  const from = token === undefined ? 0 : Number(unsealPosition(token, /^page:(\d{1,9})$/)[1]);
  const page = rows.slice(from, from + pageSize).map((row) => ({
    reportRefreshDate: refreshDate,
    userPrincipalName: row.userPrincipalName,
    displayName: row.displayName,
    lastActivityDate: lastActivityOf(row),
    ...Object.fromEntries(
      copilotApps.map((app) => [`${app}LastActivityDate`, row.lastActivity[app] ?? '']),
    ),
    copilotActivityUserDetailsByPeriod: [{ reportPeriod: reportPeriod(period) }],
  }));
  return {
    ...(rows.length > from + pageSize
      ? { '@odata.nextLink': nextLink(call, sealPosition(`page:${from + pageSize}`)) }
      : {}),
    value: page,
  };
}

const csvOf = (order: ReportOrder, ground: GraphGround) =>
  copilotUsageCsv(shownReport(ground), order, ground.switches.reportHeaders);

const areConcealed = ({ state, switches }: GraphGround) =>
  state.concealedNames ?? switches.concealedNames;

/** The report as the tenant's setting lets it be seen: names as they are, or as 32 hex digits. */
function shownReport(ground: GraphGround): CopilotUsageReport {
  const report = ground.state.copilotUsage ?? noUsage;
  if (!areConcealed(ground)) return report;
  return {
    ...report,
    rows: report.rows.map((row) => ({
      ...row,
      userPrincipalName: concealed(row.userPrincipalName),
      displayName: concealed(row.displayName),
    })),
  };
}

const concealed = (name: string) =>
  createHash('sha256').update(`concealed ${name}`).digest('hex').slice(0, 32).toUpperCase();
