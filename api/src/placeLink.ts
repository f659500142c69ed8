import { tabLink } from '@last-mile/shared/feedback';
import type { AppConfig } from './config';

/** The link to a place of the tab: in Teams, or in the browser where the app's id in Teams is not known. */
export function placeLink(
  {
    teamsAppId,
    tenantId,
    publicOrigin,
  }: Pick<AppConfig, 'teamsAppId' | 'tenantId' | 'publicOrigin'>,
  place: string,
): string {
  return teamsAppId === null
    ? `${publicOrigin}/tab/#/${place}`
    : tabLink({ teamsAppId, tenantId, publicOrigin }, place);
}
