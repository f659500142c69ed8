import { html, raw } from 'hono/html';
import type { BrowsedItem, BrowsedList } from '../graph/sharePointBrowser';
import type { ListColumn } from '../storage/sharePointList';
import type { DirectoryUser } from '../storage/directory';
import { hostBar, layout, rail, type DisplayLanguage, type Markup, type Theme } from './pageLayout';
import { choicesOf, editableColumns, fieldText, isMultiLine } from './sharePointForm';

const shownColumns = 6;

export interface SharePointPageOptions {
  readonly person: DirectoryUser;
  readonly people: readonly { id: string; label: string }[];
  readonly theme: Theme;
  readonly language: DisplayLanguage;
}

export function sharePointSitePage(
  options: SharePointPageOptions & { lists: readonly BrowsedList[] },
): Markup {
  return page(options, {
    title: 'Site contents',
    body: html`<h1>Site contents</h1>
      ${
        options.lists.length === 0
          ? html`<p class="empty">This site has no lists yet. Provisioning makes them.</p>`
          : html`<ul class="cards">
              ${options.lists.map(
                (list) =>
                  html`<li>
                    <a class="card" href="/sharepoint/${encodeURIComponent(list.displayName)}"
                      ><strong>${list.displayName}</strong
                      ><span>${list.itemCount} ${list.itemCount === 1 ? 'item' : 'items'}</span></a
                    >
                  </li>`,
              )}
            </ul>`
      }`,
  });
}

/** What somebody sees of a list that is not theirs to read or to change. */
export function sharePointDeniedPage(options: SharePointPageOptions): Markup {
  return page(options, {
    title: 'Access denied',
    body: html`<h1>Access denied</h1>
      <p class="empty">You do not have permission to do this here. A site owner can give it.</p>`,
  });
}

export function sharePointListPage(
  options: SharePointPageOptions & {
    list: BrowsedList;
    items: readonly BrowsedItem[];
    from: number;
    next: number | undefined;
  },
): Markup {
  const { list, items } = options;
  const columns = columnsToShow(list, items);
  const address = listAddress(list);
  return page(options, {
    title: list.displayName,
    body: html`${crumbs([['/sharepoint', 'Site contents']], list.displayName)}
      <h1>${list.displayName}</h1>
      ${
        items.length === 0
          ? html`<p class="empty">No items here.</p>`
          : html`<div class="table-scroll" role="region" aria-label="Items" tabindex="0">
              <table>
                <thead>
                  <tr>
                    <th scope="col">ID</th>
                    ${columns.map((column) => html`<th scope="col">${column.displayName}</th>`)}
                    <th scope="col">Modified</th>
                    <th scope="col">Modified by</th>
                  </tr>
                </thead>
                <tbody>
                  ${items.map(
                    (item) =>
                      html`<tr>
                        <th scope="row"><a href="${address}/${item.id}">Item ${item.id}</a></th>
                        ${columns.map((column) => cell(fieldText(item, column.name)))}
                        <td>${readableTime(item.modifiedAt)}</td>
                        <td>${item.modifiedBy}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
      <p class="paging">
        ${options.from > 0 ? html`<a href="${address}">Newest items</a>` : ''}
        ${
          options.next === undefined
            ? ''
            : html`<a href="${address}?from=${options.next}">Older items</a>`
        }
      </p>`,
  });
}

export function sharePointItemPage(
  options: SharePointPageOptions & {
    list: BrowsedList;
    item: BrowsedItem;
    saved?: boolean;
    problem?: string;
    /** Who may only read is given no way to save. */
    mayEdit: boolean;
  },
): Markup {
  const { list, item } = options;
  const editable = editableColumns(list);
  const fixed = list.columns.filter((column) => !column.hidden && !editable.includes(column));
  return page(options, {
    title: `Item ${item.id} · ${list.displayName}`,
    body: html`${crumbs(
        [
          ['/sharepoint', 'Site contents'],
          [listAddress(list), list.displayName],
        ],
        `Item ${item.id}`,
      )}
      <h1>Item ${item.id} <span class="hint">version ${item.version}</span></h1>
      ${options.saved ? html`<p class="good" role="status">Saved.</p>` : ''}
      ${
        options.problem === undefined
          ? ''
          : html`<p class="problem" role="alert">${options.problem}</p>`
      }
      <form method="post" class="item-form">
        <input type="hidden" name="version" value="${item.version}" />
        ${editable.map((column) => field(column, item))}
        ${options.mayEdit ? html`<div><button class="primary">Save</button></div>` : ''}
      </form>
      <dl class="fixed-fields">
        ${fixed.map(
          (column) =>
            html`<div>
              <dt>${column.displayName}</dt>
              <dd>${fieldText(item, column.name)}</dd>
            </div>`,
        )}
        <div>
          <dt>Modified</dt>
          <dd>${readableTime(item.modifiedAt)} by ${item.modifiedBy}</dd>
        </div>
      </dl>`,
  });
}

/** What a person would want to see first; identifiers come last. */
function columnsToShow(list: BrowsedList, items: readonly BrowsedItem[]): readonly ListColumn[] {
  const holdsIds = (column: ListColumn) =>
    items.some((item) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(fieldText(item, column.name)));
  const visible = list.columns.filter((column) => !column.hidden);
  const ids = visible.filter(holdsIds);
  return [...visible.filter((column) => !ids.includes(column)), ...ids].slice(0, shownColumns);
}

function field(column: ListColumn, item: BrowsedItem): Markup {
  const id = `field-${column.name}`;
  const text = fieldText(item, column.name);
  const label = html`<label for="${id}">${column.displayName}</label>`;
  if (column.type === 'boolean') {
    const ticked = item.fields[column.name] === true ? raw('checked') : '';
    return html`<div class="tick">
      <input type="checkbox" id="${id}" name="${column.name}" ${ticked} />${label}
    </div>`;
  }
  if (column.type === 'choice') {
    const choices = [...new Set(['', text, ...choicesOf(column)])];
    return html`<div>
      ${label}
      <select id="${id}" name="${column.name}">
        ${choices.map(
          (choice) =>
            html`<option value="${choice}" ${choice === text ? raw('selected') : ''}>
              ${choice === '' ? '(empty)' : choice}
            </option>`,
        )}
      </select>
    </div>`;
  }
  if (isMultiLine(column)) {
    // The parser drops one line end right after the tag: the extra one keeps the text's own.
    return html`<div>
      ${label}
      <textarea id="${id}" name="${column.name}" rows="6">${raw('\n')}${text}</textarea>
    </div>`;
  }
  const type = column.type === 'number' || column.type === 'currency' ? 'number' : 'text';
  return html`<div>
    ${label}
    <input id="${id}" name="${column.name}" type="${type}" step="any" value="${text}" />
  </div>`;
}

function page(options: SharePointPageOptions, content: { title: string; body: Markup }): Markup {
  return layout({
    title: `${content.title} · SharePoint (simulation)`,
    surface: 'sharepoint',
    theme: options.theme,
    data: {},
    body: html`${hostBar({ product: 'SharePoint', ...options })}
      <div class="workspace">
        ${rail('sharepoint')}
        <main class="site" aria-label="Site">${content.body}</main>
      </div>`,
  });
}

function crumbs(places: readonly (readonly [string, string])[], here: string): Markup {
  return html`<nav aria-label="Breadcrumb" class="crumbs">
    ${places.map(([address, name]) => html`<a href="${address}">${name}</a> › `)}<span
      aria-current="page"
      >${here}</span
    >
  </nav>`;
}

const listAddress = (list: BrowsedList) => `/sharepoint/${encodeURIComponent(list.displayName)}`;

const cell = (text: string) =>
  html`<td><span class="clip" title="${text.slice(0, 300)}">${text.slice(0, 120)}</span></td>`;

function readableTime(time: string): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
