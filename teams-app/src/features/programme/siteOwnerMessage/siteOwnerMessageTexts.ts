import { texts } from '../../../app/texts';

/** Words of what an admin has to do for a programme in SharePoint, and of the message to them. */
export const siteOwnerMessageTexts = texts('programmeSiteOwnerMessage', {
  title: 'In SharePoint',
  body: 'The tab and the pane work for the group. To open its lists in SharePoint as well, its people need an owner of the site, once for each programme. Send them this:',
  message: (name: string, groupId: string) =>
    `To an owner of Last Mile’s SharePoint site: please let the people of ${name} read the lists that are for all. Run “npm run provision -- --step sharepoint”, or add the Entra group ${groupId} to the site’s visitors (Settings, Site permissions).`,
  copy: 'Copy the message',
  copied: 'Copied.',
  copyRefused: 'It could not be copied. Mark the text and copy it by hand.',
});
