import { graphPermissions } from '../../graph/permissions';
import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';

const consent = 'Entra admin center → App registrations → Last Mile → API permissions';

const applicationPermissions = graphPermissions.filter(({ kind }) => kind === 'application');

/** Allowed besides: the consent for all in place of the one by app, and what lets the doctor see more. */
const alsoFine = [
  'TeamsActivity.Send',
  'TeamsActivity.Send.User',
  'Application.Read.All',
  'ReportSettings.Read.All',
];

/** Whether an administrator consented to one application permission, by the roles in the app's token. */
function judgeConsent(
  permission: { readonly name: string; readonly without: string },
  roles: readonly string[],
): Finding {
  if (roles.includes(permission.name)) return ok('consented to');
  return problem(
    'no administrator has consented to it',
    permission.without,
    `${consent} → Add ${permission.name} (Microsoft Graph, application) → Grant admin consent. Or run npm run provision -- --step entra.`,
  );
}

/** Whether the app has no more than it needs. */
function judgeExcess(roles: readonly string[]): Finding {
  const wanted = [...applicationPermissions.map(({ name }) => name as string), ...alsoFine];
  const excess = roles.filter((role) => !wanted.includes(role));
  if (excess.length === 0) return ok('the app has no permission it does not use');
  return problem(
    `the app also has ${excess.join(', ')}`,
    'Last Mile never uses it; whoever takes over the app’s credential could',
    `${consent} → ${excess.join(', ')} → Revoke admin consent. It may belong to the app that provisions, not to this one.`,
  );
}

export const consentChecks: readonly Check<Ground>[] = [
  ...applicationPermissions.map((permission) => ({
    id: `permission.${permission.name}`,
    title: permission.name,
    look: async ({ roles }: Ground) => judgeConsent(permission, await roles.needed()),
  })),
  {
    id: 'permission.excess',
    title: 'No more permissions than used',
    look: async ({ roles }) => judgeExcess(await roles.needed()),
  },
];
