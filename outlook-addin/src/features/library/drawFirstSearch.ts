import { element } from './drawElement';
import { hasScreenKeyboard } from './screenKeyboard';

/** What a person began in the search before the pane itself was there. */
export interface BegunSearch {
  readonly text: string;
  /** Where the caret stands, or what is marked: both ends. */
  readonly marked: readonly [number, number];
  /** False when they went somewhere else: then nothing is to take the focus from there. */
  readonly focused: boolean;
  /** They pressed Enter: the first that is found is to be opened. */
  readonly entered: boolean;
}

export interface FirstSearch {
  readonly box: HTMLElement;
  readonly field: HTMLInputElement;
  /** As it is at this moment. */
  readonly begun: () => BegunSearch;
  /** Resolves once no letter is half composed, as accents are, and many languages' letters. */
  readonly composed: () => Promise<void>;
}

/** What the keys do that are not typed: as in `LibrarySearch`. */
export interface FirstSearchKeys {
  readonly onMove: (steps: 1 | -1) => void;
  /** Enter, while nothing is typed. */
  readonly onOpen: () => void;
}

/** `SearchRegular` of Fluent's icons, which are not there yet. */
const magnifier =
  'M13.73 14.44a6.5 6.5 0 1 1 .7-.7l3.42 3.4a.5.5 0 0 1-.63.77l-.07-.06zm-.71-.71A5.5 5.5 0 0 0 15 9.5a5.5 5.5 0 1 0-1.98 4.23';

/**
 * Draws the search box as `LibrarySearch` does (`libraryRows.css` has its looks). It takes what is typed;
 * the pane searches for that as soon as it is there.
 */
export function drawFirstSearch(
  label: string,
  listId: string,
  { onMove, onOpen }: FirstSearchKeys,
): FirstSearch {
  const field = element('input', '', {
    ...{ type: 'search', placeholder: label, autocomplete: 'off', spellcheck: 'false' },
    ...{ role: 'combobox', 'aria-label': label, 'aria-expanded': 'true' },
    ...{ 'aria-controls': listId, 'aria-autocomplete': 'list' },
  });
  let focused = !hasScreenKeyboard();
  let entered = false;
  let composing: Promise<unknown> | null = null;
  field.addEventListener('focus', () => {
    focused = true;
  });
  field.addEventListener('blur', () => {
    focused = false;
  });
  field.addEventListener('input', () => {
    entered = false;
  });
  field.addEventListener('compositionstart', () => {
    composing = new Promise((resolve) => {
      // A letter that is given up ends too, by leaving the field.
      for (const end of ['compositionend', 'blur']) {
        field.addEventListener(end, resolve, { once: true });
      }
    }).then(() => (composing = null));
  });
  field.addEventListener('keydown', (event) => {
    const { key, isComposing } = event;
    if (isComposing) return;
    if (key === 'ArrowDown') onMove(1);
    else if (key === 'ArrowUp') onMove(-1);
    else if (key !== 'Enter') return;
    else if (field.value === '') onOpen();
    else entered = true;
    event.preventDefault();
  });

  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', magnifier);
  icon.append(path);
  const box = element('span', 'library-first-search');
  box.append(icon, field);

  return {
    box,
    field,
    begun: () => ({
      text: field.value,
      marked: [field.selectionStart ?? 0, field.selectionEnd ?? 0],
      focused,
      entered,
    }),
    async composed() {
      while (composing !== null) await composing;
    },
  };
}
