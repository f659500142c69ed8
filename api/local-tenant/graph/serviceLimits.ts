import type { ServiceLimit } from '../control/limits';
import { asksJson } from './copilotReports';
import type { GraphCall } from './graphCall';

const tenMinutes = 600;

/** What reading members costs of the identity service's units. */
const memberReads: Readonly<Record<string, number>> = {
  '/groups/{group}/members': 3,
  '/groups/{group}/transitiveMembers': 5,
};

/** The documented limits that a service has beside SharePoint's; small tenants' where they differ. */
export function serviceLimits(
  path: string,
  at: Readonly<Record<string, string>>,
  call: GraphCall,
): readonly ServiceLimit[] {
  const app = call.caller.clientId;
  const global = { key: `global ${app}`, most: 2000, seconds: 1 };
  if (path.startsWith('/copilot/reports/')) {
    const report = /^\w*/.exec(at['report'] ?? '')?.[0] ?? '';
    return asksJson(call)
      ? [global, { key: `json ${app} ${report}`, most: 100, seconds: tenMinutes }]
      : [
          global,
          { key: `csv ${app} ${report}`, most: 14, seconds: tenMinutes },
          { key: 'csv tenant', most: 40, seconds: tenMinutes },
        ];
  }
  if (path === '/users/{user}/teamwork/sendActivityNotification') {
    return [global, { key: `activity ${app}`, most: 5, seconds: 1 }];
  }
  if (path === '/teamwork/sendActivityNotificationToRecipients') {
    return [global, { key: `bulk activity ${app}`, most: 2, seconds: 1 }];
  }
  if (path.includes('/events') || path.includes('/calendarView')) {
    const mailbox = at['user'] ?? at['group'] ?? call.caller.userId ?? '';
    return [global, { key: `mailbox ${app} ${mailbox}`, most: 10_000, seconds: tenMinutes }];
  }
  const cost = memberReads[path];
  if (cost !== undefined) {
    return [global, { key: `identity ${app}`, most: 3500, seconds: 10, cost }];
  }
  return [global];
}
