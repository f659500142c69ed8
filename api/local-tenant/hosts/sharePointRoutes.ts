import { Hono, type Context } from 'hono';
import type { BrowsedItem, BrowsedList } from '../graph/sharePointBrowser';
import type { DirectoryUser } from '../storage/directory';
import type { HostTenant } from './hostTenant';
import { editableColumns, readForm } from './sharePointForm';
import {
  sharePointDeniedPage,
  sharePointItemPage,
  sharePointListPage,
  sharePointSitePage,
  type SharePointPageOptions,
} from './sharePointPages';
import { signedInPerson } from './signedInPerson';

const itemsPerPage = 50;

/** The site's lists, a list's items, and one item's form: an edit here is an edit in SharePoint. */
export function sharePointRoutes(
  tenant: HostTenant,
  common: (c: Context, person: DirectoryUser) => SharePointPageOptions,
) {
  const { sharePoint } = tenant;
  const listCalled = (name: string) =>
    sharePoint.lists().find((list) => list.displayName === name || list.id === name);
  const mayRead = (list: BrowsedList, person: DirectoryUser) =>
    sharePoint.rightsOn(list.id, person.id) !== 'none';
  const mayEdit = (list: BrowsedList, person: DirectoryUser) =>
    ['owner', 'write'].includes(sharePoint.rightsOn(list.id, person.id));
  const itemOf = (list: BrowsedList, itemId: string) =>
    sharePoint.items(list.id).find((item) => item.id === itemId);

  const app = new Hono();

  app.get('/', (c) => {
    const person = signedInPerson(c, tenant);
    if (person === undefined) return c.redirect('/');
    // SharePoint lists nothing that a person may not open.
    const lists = sharePoint.lists().filter((list) => mayRead(list, person));
    return c.html(sharePointSitePage({ ...common(c, person), lists }));
  });

  app.get('/:list', (c) => {
    const person = signedInPerson(c, tenant);
    if (person === undefined) return c.redirect('/');
    const list = listCalled(c.req.param('list'));
    if (list === undefined) return c.notFound();
    if (!mayRead(list, person)) return c.html(sharePointDeniedPage(common(c, person)), 403);
    const newestFirst = [...sharePoint.items(list.id)].reverse();
    const from = Math.max(0, Number(c.req.query('from') ?? 0) || 0);
    return c.html(
      sharePointListPage({
        ...common(c, person),
        list,
        items: newestFirst.slice(from, from + itemsPerPage),
        from,
        next: from + itemsPerPage < newestFirst.length ? from + itemsPerPage : undefined,
      }),
    );
  });

  app.get('/:list/:item', (c) => {
    const person = signedInPerson(c, tenant);
    if (person === undefined) return c.redirect('/');
    const list = listCalled(c.req.param('list'));
    const item = list === undefined ? undefined : itemOf(list, c.req.param('item'));
    if (list === undefined || item === undefined) return c.notFound();
    if (!mayRead(list, person)) return c.html(sharePointDeniedPage(common(c, person)), 403);
    const saved = c.req.query('saved') !== undefined;
    return c.html(
      sharePointItemPage({
        ...common(c, person),
        list,
        item,
        saved,
        mayEdit: mayEdit(list, person),
      }),
    );
  });

  app.post('/:list/:item', async (c) => {
    const person = signedInPerson(c, tenant);
    if (person === undefined) return c.redirect('/', 303);
    const list = listCalled(c.req.param('list'));
    const item = list === undefined ? undefined : itemOf(list, c.req.param('item'));
    if (list === undefined || item === undefined) return c.notFound();
    if (!mayEdit(list, person)) return c.html(sharePointDeniedPage(common(c, person)), 403);
    const form = new URLSearchParams(await c.req.text());
    const problem = save(tenant, { list, item, form, person });
    if (problem === undefined) return c.redirect(`${c.req.path}?saved`, 303);
    return c.html(
      sharePointItemPage({ ...common(c, person), list, item, problem, mayEdit: true }),
      409,
    );
  });

  return app;
}

/** Why the edit was not made; undefined when it was. */
function save(
  tenant: HostTenant,
  edit: { list: BrowsedList; item: BrowsedItem; form: URLSearchParams; person: DirectoryUser },
): string | undefined {
  const { list, item, form, person } = edit;
  if (form.get('version') !== item.version) {
    return 'Someone changed this item since you opened it. What you see now is theirs.';
  }
  try {
    const fields = readForm(form, editableColumns(list), item);
    tenant.sharePoint.edit(list.id, item.id, fields, person.id);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
