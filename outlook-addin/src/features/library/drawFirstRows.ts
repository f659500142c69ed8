import type { FirstRows } from './firstRows';

/** What the person did with the first rows before the pane itself was there. */
export interface DrawnRows {
  /** Key of the item they pressed; null for none. Told once. */
  readonly takePressed: () => string | null;
}

/**
 * Draws the kept rows as `LibraryRows` does, with grey shapes where the search and the footer will be.
 * Everything kept is put in as text. React takes their place in one step; what was pressed meanwhile is
 * opened by it.
 */
export function drawFirstRows(place: HTMLElement, rows: FirstRows): DrawnRows {
  let pressed: string | null = null;

  const list = element('div', 'library-rows', { role: 'listbox', 'aria-label': rows.list });
  for (const { label, headed, rows: ofGroup } of rows.groups) {
    const group = element('div', '', { role: 'group', 'aria-label': label });
    if (headed) group.append(element('div', 'library-heading', { 'aria-hidden': 'true' }, label));
    for (const { key, title, purpose, meta } of ofGroup) {
      const isFirst = list.childElementCount === 0 && group.querySelector('[role=option]') === null;
      const row = element('div', 'library-row', {
        role: 'option',
        'aria-selected': String(isFirst),
      });
      row.append(element('div', 'library-row-title', {}, title));
      if (purpose !== '') row.append(element('div', 'library-row-purpose', {}, purpose));
      if (meta !== '') row.append(element('div', 'library-row-meta', {}, meta));
      row.addEventListener('click', () => {
        pressed = key;
        list.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false');
        row.setAttribute('aria-selected', 'true');
      });
      group.append(row);
    }
    list.append(group);
  }

  const head = element('div', 'library-first-head opening', { 'aria-hidden': 'true' });
  head.style.height = `${rows.above}px`;
  head.append(element('div', 'opening-bar'), element('div', 'opening-bar'));
  const foot = element('div', 'library-first-foot', { 'aria-hidden': 'true' });
  foot.style.height = `${rows.below}px`;

  const page = element('main', 'library-first', { 'aria-label': rows.page });
  page.lang = rows.lang;
  page.dir = rows.dir;
  for (const [name, value] of Object.entries(rows.look)) page.style.setProperty(name, value);
  page.append(head, list, foot);
  place.replaceChildren(page);

  return {
    takePressed() {
      const taken = pressed;
      pressed = null;
      return taken;
    },
  };
}

function element(
  name: string,
  className: string,
  attributes: Readonly<Record<string, string>> = {},
  text = '',
): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
