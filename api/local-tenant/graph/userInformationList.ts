import {
  createListItemRows,
  type ListColumn,
  type SharePointList,
} from '../storage/sharePointList';
import type { KeptSite, TenantState } from '../storage/tenantState';
import { titleColumn } from './builtInColumns';

const userListId = '0b1ec700-5a1e-4000-8000-00000000a11e';
const userListName = 'User Information List';

const textColumn = (name: string, at: number): ListColumn => ({
  ...titleColumn(`0b1ec700-5a1e-4000-8000-${String(at).padStart(12, '0')}`),
  name,
  displayName: name,
});
const columns = ['Title', 'Name', 'EMail', 'UserName', 'JobTitle', 'Department'].map(textColumn);

export function isUserList(idOrName: string): boolean {
  return [userListId, userListName.toLowerCase()].includes(idOrName.toLowerCase());
}

/** The hidden list that people's lookup ids come from, made of the directory whenever it is asked for. */
export function userInformationList(site: KeptSite, state: TenantState): SharePointList {
  const items = createListItemRows();
  const by = { kind: 'application', id: 'SharePoint' } as const;
  let sequence = 0;
  for (const [userId, id] of state.userLookupIds) {
    const user = state.users.get(userId);
    if (!user) continue;
    sequence += 1;
    const given: Readonly<Record<string, string | null>> = {
      Title: user.displayName,
      Name: `i:0#.f|membership|${user.userPrincipalName}`,
      EMail: user.mail,
      UserName: user.userPrincipalName,
      JobTitle: user.jobTitle,
      Department: user.department,
    };
    const fields: Record<string, string> = {};
    for (const [name, value] of Object.entries(given)) if (value !== null) fields[name] = value;
    items.put({
      id,
      guid: user.id,
      version: 1,
      createdAt: site.createdAt,
      createdBy: by,
      modifiedAt: site.createdAt,
      modifiedBy: by,
      fields,
      history: [],
      changedAt: sequence,
    });
  }
  return {
    id: userListId,
    siteId: site.id,
    name: 'users',
    displayName: userListName,
    description: 'All people.',
    template: 'userInformation',
    createdAt: site.createdAt,
    createdBy: by,
    modifiedAt: site.createdAt,
    columns: new Map(columns.map((column) => [column.name, column])),
    nextItemId: 1,
    sequence,
    deltaEpoch: 0,
    roleAssignments: null,
    items,
  };
}
