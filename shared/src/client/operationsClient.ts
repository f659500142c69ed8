import {
  auditResponse,
  deliveriesResponse,
  replayReceipt,
  type AuditPeriod,
  type AuditQuery,
  type ReplayRequest,
} from '../operations';
import type { ApiClient } from './apiClient';
import { queryString } from './requests';

/** The part of our API for admins of the running product, apart so that nothing else loads it. */
export const operationsClient = ({
  requests: { get, post, file },
}: Pick<ApiClient, 'requests'>) => ({
  /** A page of the audit trail, the newest entries first. */
  audit: (query: Omit<AuditQuery, 'newestFirst'>, signal?: AbortSignal) =>
    get(auditResponse, `/api/admin/audit${queryString({ ...query, newestFirst: 'true' })}`, signal),
  auditFile: (period: AuditPeriod) => file(`/api/admin/audit/export${queryString(period)}`),
  deliveries: (signal?: AbortSignal) => get(deliveriesResponse, '/api/admin/deliveries', signal),
  replay: (request: ReplayRequest) => post(replayReceipt, '/api/admin/deliveries/replay', request),
});
