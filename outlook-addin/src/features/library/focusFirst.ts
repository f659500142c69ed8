import { hasScreenKeyboard } from './screenKeyboard';

/** Focuses the first field that is still empty; without one, the button that uses the item. */
export function focusFirst(form: HTMLFormElement | null) {
  const fields = [
    ...(form?.querySelectorAll<HTMLTextAreaElement | HTMLSelectElement>('textarea, select') ?? []),
  ];
  const empty = hasScreenKeyboard() ? undefined : fields.find(({ value }) => value.trim() === '');
  const button = form?.querySelector<HTMLButtonElement>('button[type="submit"]');
  const target = empty ?? button;
  target?.focus({ preventScroll: target === button });
}
