import { clientKey } from '@last-mile/shared/text';
import type { FieldValue } from '../../sync/listDefinition';

/** What SharePoint's list view shows of a longer text. */
export function firstLine(words: string): string {
  const line = words.trim().split(/[\r\n]/)[0] ?? '';
  const short = Array.from(line).slice(0, 80).join('');
  return short.length < line.length ? `${short}…` : short;
}

type Column = FieldValue | undefined;

export const text = (value: Column) => (typeof value === 'string' ? value : '');

/** What a text says; null where it says nothing. */
export const words = (value: Column) => text(value).trim() || null;

export const version = (value: Column) => (typeof value === 'number' ? value : null);

export function instant(value: Column): string | null {
  const said = text(value);
  return Number.isNaN(Date.parse(said)) ? null : said;
}

export function day(value: Column): string | null {
  const said = text(value).trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : null;
}

/** A key as people type it; what is none leads nowhere. */
export function key(value: Column): string | null {
  const parsed = clientKey.safeParse(text(value).trim());
  return parsed.success ? parsed.data.toLowerCase() : null;
}

export function oneOf<Value extends string>(values: readonly Value[], value: Column) {
  return values.find((candidate) => candidate === value);
}
