import { auditResponse, deliveriesResponse, replayReceipt } from '@last-mile/shared/operations';
import { megabyte, write, type RouteAccess } from '../../http/routeAccess';

/** What admins may ask about the running product, none of which shows what people wrote. */
export const operationsAccess: readonly RouteAccess[] = [
  {
    method: 'GET',
    path: '/api/admin/audit',
    who: 'admin',
    programme: false,
    graph: ['User.Read.All', 'GroupMember.Read.All'],
    summary:
      'The audit trail of a period, a page at a time; people by object id and things by key, with what the reader may know them by.',
    audited: ['audit.seen'],
    longestBody: 0,
    status: 200,
    answer: auditResponse,
  },
  {
    method: 'GET',
    path: '/api/admin/audit/export',
    who: 'admin',
    programme: false,
    graph: ['User.Read.All'],
    summary: 'The audit trail of a period as CSV.',
    audited: ['audit.exported'],
    longestBody: 0,
    status: 200,
  },
  {
    method: 'GET',
    path: '/api/admin/deliveries',
    who: 'admin',
    programme: false,
    graph: ['User.Read.All'],
    summary: 'How much waits for SharePoint, and what it would not take, without what that says.',
    audited: [],
    longestBody: 0,
    status: 200,
    answer: deliveriesResponse,
  },
  {
    method: 'POST',
    path: '/api/admin/deliveries/replay',
    who: 'admin',
    programme: false,
    graph: ['User.Read.All', ...write],
    summary: 'Tries again what SharePoint would not take, after what stopped it was put right.',
    audited: ['deliveries.replayed'],
    longestBody: megabyte,
    status: 200,
    answer: replayReceipt,
  },
];
