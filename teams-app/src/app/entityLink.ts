export interface TabPlace {
  /** The app's id in this organisation, as the host says it: a deployed app does not keep its manifest's. */
  readonly appId: string;
  readonly entityId: string;
  /** Set in a channel, so that the link opens there and not as a personal app. */
  readonly channelId: string | undefined;
}

/**
 * A deep link to a place in the tab, as Microsoft documents it:
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function entityLink(
  { appId, entityId, channelId }: TabPlace,
  { subPageId, label }: { subPageId: string; label: string },
): string {
  const context = { subEntityId: subPageId, ...(channelId === undefined ? {} : { channelId }) };
  const path = [appId, entityId].map(encodeURIComponent).join('/');
  return `https://teams.microsoft.com/l/entity/${path}?label=${encodeURIComponent(label)}&context=${encodeURIComponent(JSON.stringify(context))}`;
}
