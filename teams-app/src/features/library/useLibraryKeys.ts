import { useEffect, useRef, type RefObject } from 'react';

/**
 * `/` leads to the search from anywhere but a field, and the arrows lead through the items. The
 * answer belongs to the element that holds the links.
 */
export function useLibraryKeys(): RefObject<HTMLElement | null> {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const moved = event.key === '/' ? toSearch() : alongItems(event.key, list.current);
      if (moved) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return list;
}

const searchBox = () => document.querySelector<HTMLInputElement>('[role="search"] input');

function toSearch(): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.matches('input, textarea, select, [contenteditable]'))
    return false;
  const box = searchBox();
  box?.focus();
  return box !== null;
}

/** From the search down to the first item, and from item to item; up from the first one back. */
function alongItems(key: string, list: HTMLElement | null): boolean {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
  const links = [...(list?.querySelectorAll<HTMLAnchorElement>('li a') ?? [])];
  const active = document.activeElement;
  const box = searchBox();
  const at = links.findIndex((link) => link === active);
  if (at < 0 && !(active === box && key === 'ArrowDown')) return false;
  const next = at + (key === 'ArrowDown' ? 1 : -1);
  (next < 0 ? box : links[next])?.focus();
  return true;
}
