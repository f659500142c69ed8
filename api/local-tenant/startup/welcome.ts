import { peopleToSignInAs } from '../sample/people';
import type { LocalTenant } from '../localTenant';

/** What the person reads when everything is ready. */
export function welcome(options: {
  readonly tenant: Pick<LocalTenant, 'directory'>;
  readonly folder: string;
  readonly tenantOrigin: string;
  readonly empty: boolean;
}): string[] {
  const { tenant, folder, tenantOrigin, empty } = options;
  const people = peopleToSignInAs.flatMap(({ userId, note }) => {
    const user = tenant.directory.user(userId);
    return user ? [`    ${user.displayName.padEnd(18)} ${note}`] : [];
  });
  return [
    '',
    `  Last Mile is ready: ${tenantOrigin}`,
    '  A simulated Microsoft 365 tenant on this machine; nothing leaves it.',
    '',
    '  Sign in there as one of',
    ...people,
    ...(empty ? ['  There is no programme yet (--empty): everyone sees what to do first.'] : []),
    '',
    `  Data is kept in ${folder}. Ctrl-C stops; the next start finds everything as it was.`,
    '',
  ];
}
