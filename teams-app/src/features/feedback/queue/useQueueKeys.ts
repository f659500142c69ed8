import { useEffect, useRef, type RefObject } from 'react';
import type { OpenAct } from './queuePlace';
import { useSingleKeys } from './singleKeys';

/** The letters of the acts, as the hint names them. */
export const actKeys = {
  t: 'takeUp',
  a: 'assign',
  c: 'close',
  m: 'merge',
  p: 'adjustPrompt',
  v: 'sendToVendor',
  r: 'reopen',
} as const satisfies Readonly<Record<string, OpenAct>>;

export interface QueueKeysOptions {
  /** Key of the open item; it may have left the list. */
  open: string | undefined;
  /** Begins an act on the item in hand: the row with the focus, else the open one. */
  onAct: (clientKey: string, act: OpenAct) => void;
  /** Chooses the item in hand for an act on several, or no longer. */
  onChoose: (clientKey: string) => void;
  /** Leaves the form, or else the open item. */
  onBack: () => void;
}

/**
 * The queue by keyboard: `j` and `k` (on a row the arrows too) lead through the list, `/` to the
 * search, Escape back, letters act. Never while somebody writes or chooses in a field; a form of an
 * act is sent with Control and Enter, and left with Escape.
 *
 * @returns For the element that holds the list.
 */
export function useQueueKeys(options: QueueKeysOptions): RefObject<HTMLElement | null> {
  const list = useRef<HTMLElement>(null);
  const { on } = useSingleKeys();
  const latest = useRef(options);
  /** The row that was in hand last: what is answered leaves the list, and the next one takes its place. */
  const last = useRef(0);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { activeElement: active } = document;
      const { open, onAct, onChoose, onBack } = latest.current;
      const form = active?.closest<HTMLFormElement>('form[data-act]');
      if (form != null && (event.ctrlKey || event.metaKey) && event.key === 'Enter') {
        event.preventDefault();
        form.requestSubmit();
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (form != null && event.key === 'Escape' && active?.ariaExpanded !== 'true') onBack();
      if (form != null || active?.closest(busy) != null) return;
      const rows = [...(list.current?.querySelectorAll<HTMLLIElement>('li[data-key]') ?? [])];
      const links = rows.map((row) => row.querySelector('a'));
      const focused = rows.findIndex((row) => row.contains(active));
      const inHand = focused >= 0 ? focused : rows.findIndex((row) => row.dataset['key'] === open);
      if (inHand >= 0) last.current = inHand;

      const go = (step: 1 | -1) => {
        const next = inHand >= 0 ? inHand + step : step === 1 ? last.current : last.current - 1;
        const link = links[Math.max(0, Math.min(next, links.length - 1))];
        link?.focus();
        return link != null;
      };
      const act = (work: (clientKey: string) => void) => {
        const clientKey = rows[inHand]?.dataset['key'] ?? open;
        if (clientKey !== undefined) work(clientKey);
        return clientKey !== undefined;
      };
      const pressed = (): boolean => {
        if (event.key === 'Escape') {
          onBack();
          links[last.current]?.focus();
          return true;
        }
        const onRow = focused >= 0;
        if (onRow && event.key === 'ArrowDown') return go(1);
        if (onRow && event.key === 'ArrowUp') return go(-1);
        if (!on) return false;
        if (event.key === 'j') return go(1);
        if (event.key === 'k') return go(-1);
        if (event.key === '/') return toSearch();
        if (event.key === 'x') return act(onChoose);
        const wanted = Object.entries(actKeys).find(([key]) => key === event.key)?.[1];
        return (
          wanted !== undefined &&
          act((clientKey) => {
            onAct(clientKey, wanted);
          })
        );
      };
      if (pressed()) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [on]);
  return list;
}

/** Where keys have a meaning of their own. */
const busy = [
  'input:not([type="checkbox"])',
  'textarea',
  'select',
  '[contenteditable]',
  '[role="menu"]',
  '[role="listbox"]',
  '[role="tablist"]',
  '[role="dialog"]',
].join(', ');

function toSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('[role="search"] input');
  box?.focus();
  return box !== null;
}
