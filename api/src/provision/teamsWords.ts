import { CommandWrong } from './commandWrong';
import type { HandOver } from './handOver';

/** What the Teams administrator does by hand, for there is no call for it: made, uploaded, given out. */
export function teamsWords({ domain, entra }: HandOver): readonly string[] {
  if (!entra) {
    throw new CommandWrong(
      'The hand-over names no app registration yet: the step entra comes before the step teams.',
    );
  }
  return [
    'Make the app package and the add-in only manifest:',
    `  npm run package -- --domain ${domain} --client-id ${entra.clientId} --out out`,
    'Teams admin center > Teams apps > Manage apps > Upload new app: the .zip. Under Permissions, consent',
    '  to what it asks for: to notify the people who have the app, and to read and write the one mail that',
    '  somebody has open in Outlook, as that person. It asks for nothing else.',
    'Make it available to one team’s people first, then to everyone (docs/admin-guide.md).',
    'Microsoft 365 admin center > Settings > Integrated apps > Upload custom apps: the .xml, for Outlook',
    '  on Mac, on phones and in perpetual Office.',
  ];
}

/** How it goes again; no data of Last Mile's lies in Teams or Outlook. */
export const teamsRemovalWords: readonly string[] = [
  'Teams admin center > Teams apps > Manage apps: delete the app.',
  'Microsoft 365 admin center > Settings > Integrated apps: remove the add-in.',
];
