import { tabEntityId } from './activityTypes';

/** How Teams knows the app, and where the tab is for who has no Teams at hand. */
export interface TabAddress {
  /** The app's id in the organisation's catalogue. */
  readonly teamsAppId: string;
  readonly tenantId: string;
  readonly publicOrigin: string;
}

/**
 * The deep link that opens a place of the tab in Teams.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function tabLink({ teamsAppId, tenantId, publicOrigin }: TabAddress, place: string): string {
  const link = new URL(`https://teams.microsoft.com/l/entity/${teamsAppId}/${tabEntityId}`);
  link.searchParams.set('webUrl', `${publicOrigin}/tab/#/${place}`);
  link.searchParams.set('label', 'Last Mile');
  link.searchParams.set('context', JSON.stringify({ subEntityId: place }));
  link.searchParams.set('tenantId', tenantId);
  // Teams reads a plus sign as itself.
  return link.href.replaceAll('+', '%20');
}
