import { listDefinitions } from '../../lists';
import { needForPermissions } from '../../provision/sharepoint/compareSite';
import { readPermissionGaps, type PermissionGap } from '../../provision/sharepoint/listPermissions';
import { readMissingReaders } from '../../provision/sharepoint/programmeReaders';
import type { SharePointClient } from '../../provision/sharepoint/sharePointClient';
import { isDenied, readLists, type Site, type SiteList } from '../../provision/sharepoint/site';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import { asAdministrator } from './asAdministrator';

const provision = 'npm run provision -- --step sharepoint';
const accessOpen =
  'whether people read in SharePoint what the tab would not show them is not known';
const readersOpen =
  'whether the people of every programme can open its lists in SharePoint is not known';

/** Whether each list can be opened by those whom provisioning lets in, and by nobody else. */
function judgeAccess(gaps: readonly PermissionGap[]): Finding {
  const toDo = `Put it right: ${provision} (it shows whose access it gives and takes first).`;
  const open = gaps.filter(({ inherits, tooMuch }) => inherits || tooMuch.length > 0);
  if (open.length > 0) {
    return problem(
      open.map(told).join('; '),
      'people read, or change, in SharePoint what the tab would not show them',
      toDo,
    );
  }
  if (gaps.length > 0) {
    return problem(gaps.map(told).join('; '), 'who should open it in SharePoint cannot', toDo);
  }
  return ok('each is open to whom it should be, and to nobody else');
}

function told({ list, inherits, missing, tooMuch }: PermissionGap): string {
  if (inherits) return `${list} has the site’s permissions and none of its own`;
  const each = [
    ...tooMuch.map((one) => `${one} is too much`),
    ...missing.map((one) => `${one} is missing`),
  ];
  return `${list}: ${each.join(', ')}`;
}

/** Whether the people of each programme may read what all may; `names` are those that may not. */
function judgeReaders(names: readonly string[]): Finding {
  if (names.length === 0) return ok('the group of every programme is among the site’s visitors');
  return problem(
    `the group of ${names.join(', ')} is not among the site’s visitors`,
    'the tab and the pane work; what they open in SharePoint refuses the programme’s people',
    `An owner of the site adds it: ${provision}, or in SharePoint: the site → Settings → Site permissions → Visitors.`,
  );
}

/** Reads as the administrator; who owns no part of the site is told that an owner can. */
const onSite = (
  open: string,
  read: (site: Site, sharePoint: SharePointClient, lists: readonly SiteList[]) => Promise<Finding>,
) =>
  asAdministrator(open, async (administrator, { sharePointSite }) => {
    const site = await sharePointSite.needed();
    try {
      return await read(site, await administrator.sharePoint(site.url), await readLists(site));
    } catch (error) {
      if (!isDenied(error)) throw error;
      return couldNotCheck('this sign-in may not read it', open, needForPermissions(site.url));
    }
  });

export const listAccessChecks: readonly Check<Ground>[] = [
  {
    id: 'lists.access',
    title: 'Who may open the lists',
    look: onSite(accessOpen, async (_site, sharePoint, lists) =>
      judgeAccess(await readPermissionGaps(sharePoint, listDefinitions, lists)),
    ),
  },
  {
    id: 'lists.readers',
    title: 'Programmes’ people in SharePoint',
    look: onSite(readersOpen, async (site, sharePoint, lists) => {
      const { missing } = await readMissingReaders(site, sharePoint, lists);
      return judgeReaders(missing.map(({ name }) => name));
    }),
  },
];
