import type { Item } from './readFacts';

/** A column's text; null where it is empty. */
export function textOf({ fields }: Item, column: string): string | null {
  const value = fields[column];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
