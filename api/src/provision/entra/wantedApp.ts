import { graphPermissions } from '../../graph/permissions';

/** The scope every caller of the API has; fixed, so that a second run finds it again. */
export const accessScope = {
  id: '3f0f4f6e-6d0b-4b59-9a4e-9a6a2f7c5d10',
  value: 'access_as_user',
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Use Last Mile',
  adminConsentDescription: 'Lets Teams and Outlook open Last Mile as the person who is signed in.',
  userConsentDisplayName: 'Use Last Mile',
  userConsentDescription: 'Lets Teams and Outlook open Last Mile as you.',
} as const;

/** The app roles the API reads in tokens; who holds one is decided with `npm run roles`. */
export const appRoles = [
  {
    id: '5c9b6a51-0d5e-4f0c-8f61-2b1d6e7a9c01',
    value: 'Champion',
    displayName: 'Champion',
    description: 'Runs programmes: looks after the library, feedback, practice and coaching.',
  },
  {
    id: '5c9b6a51-0d5e-4f0c-8f61-2b1d6e7a9c02',
    value: 'Leader',
    displayName: 'Leader',
    description: 'Reads the figures and checkpoints of programmes, and can take one over.',
  },
  {
    id: '5c9b6a51-0d5e-4f0c-8f61-2b1d6e7a9c03',
    value: 'Admin',
    displayName: 'Admin',
    description: 'Exports and erases the data of a person, and repairs what does not deliver.',
  },
].map((role) => ({ ...role, isEnabled: true, allowedMemberTypes: ['User'] }));

/** Graph's permissions the registration asks for; what people give by installing the app is not its. */
export const applicationPermissions = namesOf('application');
export const delegatedPermissions = ['User.Read', ...namesOf('delegated')];

function namesOf(wanted: 'application' | 'delegated'): string[] {
  return graphPermissions.filter(({ kind }) => kind === wanted).map(({ name }) => name);
}

/** The key by which a run finds the registration another run made: one for a domain. */
export const uniqueNameFor = (domain: string) => `last-mile-${domain}`;

/** Microsoft Graph's own client id, in every tenant. */
export const graphClientId = '00000003-0000-0000-c000-000000000000';
