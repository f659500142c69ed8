import { element } from './drawElement';
import { drawFirstSearch, type BegunSearch } from './drawFirstSearch';
import type { FirstRows } from './firstRows';
import { hasScreenKeyboard } from './screenKeyboard';

/** What the person did before the pane itself was there. */
export interface Begun {
  /** Key of the row they pressed; null for none. */
  readonly pressed: string | null;
  /** Key of the row the arrows chose; null for none. */
  readonly chosen: string | null;
  readonly search: BegunSearch;
}

export interface DrawnRows {
  /** Resolves when they are in the middle of nothing that would be lost by drawing something else. */
  readonly atRest: () => Promise<void>;
  /** What they have begun until now: for whoever draws the pane in place of the rows, in the same step. */
  readonly begun: () => Begun;
}

const listId = 'first-rows';

/**
 * Draws the kept rows as `LibraryRows` does, with a search that takes what is typed, and grey shapes where
 * the filters and the footer will be. Everything kept is put in as text. React takes their place in one
 * step and goes on with what was begun.
 */
export function drawFirstRows(place: HTMLElement, rows: FirstRows): DrawnRows {
  let pressed: string | null = null;
  const options: { key: string; row: HTMLElement }[] = [];
  let at = 0;
  let moved = false;

  const choose = (next: number) => {
    options[at]?.row.setAttribute('aria-selected', 'false');
    at = next;
    const { row } = options[at] ?? {};
    if (row === undefined) return;
    row.setAttribute('aria-selected', 'true');
    search.field.setAttribute('aria-activedescendant', row.id);
  };
  const press = (next: number) => {
    choose(next);
    pressed = options[at]?.key ?? null;
  };
  const search = drawFirstSearch(rows.search, listId, {
    onMove(steps) {
      moved = true;
      choose(Math.min(Math.max(at + steps, 0), options.length - 1));
      options[at]?.row.scrollIntoView({ block: 'nearest' });
    },
    onOpen() {
      press(at);
    },
  });

  const list = element('div', 'library-rows', {
    id: listId,
    role: 'listbox',
    'aria-label': rows.list,
  });
  for (const { label, headed, rows: ofGroup } of rows.groups) {
    const group = element('div', '', { role: 'group', 'aria-label': label });
    if (headed) group.append(element('div', 'library-heading', { 'aria-hidden': 'true' }, label));
    for (const { key, title, purpose, meta } of ofGroup) {
      const index = options.length;
      const row = element('div', 'library-row', {
        id: `${listId}-${index}`,
        role: 'option',
        'aria-selected': 'false',
      });
      row.append(element('div', 'library-row-title', {}, title));
      if (purpose !== '') row.append(element('div', 'library-row-purpose', {}, purpose));
      if (meta !== '') row.append(element('div', 'library-row-meta', {}, meta));
      row.addEventListener('click', () => {
        press(index);
      });
      options.push({ key, row });
      group.append(row);
    }
    list.append(group);
  }
  choose(0);

  const head = element('div', 'library-first-head');
  head.style.height = `${rows.above}px`;
  const bar = () => element('div', 'opening-bar', { 'aria-hidden': 'true' });
  head.append(bar(), search.box, bar());
  const foot = element('div', 'library-first-foot', { 'aria-hidden': 'true' });
  foot.style.height = `${rows.below}px`;

  const page = element('main', 'library-first', { 'aria-label': rows.page });
  page.lang = rows.lang;
  page.dir = rows.dir;
  for (const [name, value] of Object.entries(rows.look)) page.style.setProperty(name, value);
  page.append(head, list, foot);
  place.replaceChildren(page);
  if (!hasScreenKeyboard()) search.field.focus({ preventScroll: true });

  return {
    atRest: search.composed,
    begun() {
      const begun = search.begun();
      // What was chosen was chosen among other rows than are found.
      const isChosen = moved && begun.text === '';
      return { pressed, chosen: isChosen ? (options[at]?.key ?? null) : null, search: begun };
    },
  };
}
