/** Words of Graph's and Entra's addresses; everything else in them is somebody's or something's id. */
const words: ReadonlySet<string> = new Set([
  ...['$batch', 'sites', 'lists', 'items', 'delta', 'versions', 'columns', 'permissions', 'fields'],
  ...[
    'users',
    'groups',
    'members',
    'transitiveMembers',
    'microsoft.graph.user',
    'checkMemberObjects',
  ],
  ...[
    'me',
    'events',
    'calendarView',
    'calendar',
    'instances',
    'teamwork',
    'sendActivityNotification',
  ],
  ...[
    'reports',
    'copilot',
    'oauth2',
    'token',
    'discovery',
    'keys',
    'root',
    'directoryObjects',
    'getByIds',
  ],
]);

/**
 * A request to Graph or Entra by its pattern: `GET /v1.0/users/4711/events` is `GET /users/{id}/events`.
 * What is no known word is an id, so nothing of an address is ever told.
 */
export function graphOperation(method: string, address: string): string {
  const { hostname, pathname } = new URL(address);
  const parts = pathname
    .split('/')
    .filter((part) => part !== '' && part !== 'v1.0' && part !== 'v2.0');
  const pattern = parts.map((part) => {
    const word = /^[\w.$]+/.exec(decodeURIComponentOrNothing(part))?.[0] ?? '';
    return words.has(word) ? word : '{id}';
  });
  const entra = hostname === 'login.microsoftonline.com' ? 'entra ' : '';
  return `${entra}${method} /${pattern.join('/')}`;
}

function decodeURIComponentOrNothing(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
