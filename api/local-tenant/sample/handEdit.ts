import type { SharePointBrowser } from '../graph/sharePointBrowser';
import { handEdit } from './library';
import { featuredId } from './people';

/** Changes an approved text by hand in SharePoint, as people do: it becomes a proposal. */
export function editByHand(sharePoint: SharePointBrowser): void {
  const list = sharePoint.lists().find(({ displayName }) => displayName === 'Library');
  const items = list ? sharePoint.items(list.id) : [];
  const item = items.find(({ fields }) => fields['Title'] === handEdit.title);
  const body = item?.fields['Body'];
  if (typeof body === 'string' && body.includes(handEdit.by)) return;
  if (!list || !item || typeof body !== 'string' || !body.includes(handEdit.replace)) {
    throw new Error(`"${handEdit.title}" is not in SharePoint as the sample wrote it.`);
  }
  const edited = body.replace(handEdit.replace, handEdit.by);
  sharePoint.edit(list.id, item.id, { Body: edited }, featuredId(handEdit.editor));
}
