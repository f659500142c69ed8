import { auditDetails, type AuditDetail, type AuditEntry } from '@last-mile/shared/operations';
import type { OperationsPageProps } from '../operationsPage';
import type { auditTexts } from './auditTexts';

export interface AuditWriting extends Pick<OperationsPageProps, 'formats'> {
  /** People by their object ids. */
  names: ReadonlyMap<string, string>;
  texts: Pick<typeof auditTexts, 'details' | 'words'>;
}

/** The details of an entry as a person reads them; a newer API may know some that have no words here. */
export function detailsInWords(
  { details }: Pick<AuditEntry, 'details'>,
  writing: AuditWriting,
): string {
  return Object.entries(details)
    .filter(([name, value]) => value !== '' && kindOf(name) !== 'hidden')
    .map(([name, value]) => {
      const label = isKnown(name) ? writing.texts.details[name] : name;
      return `${label}: ${inWords(name, value, writing)}`;
    })
    .join(' · ');
}

function inWords(
  name: string,
  value: AuditEntry['details'][string],
  { formats, names, texts }: AuditWriting,
): string {
  if (typeof value === 'number') {
    const kind = kindOf(name);
    if (kind === 'share') return formats.percent(value);
    return kind === 'minutes' ? formats.minutes(value) : formats.decimal(value);
  }
  const words = new Map<string, string>(Object.entries(texts.words));
  const said = (each: string) => (isDay.test(each) ? formats.day(each) : words.get(each));
  // Several stand side by side, such as roles, or a line of the week and what it is about.
  return String(value)
    .split(' ')
    .map((each) => names.get(each) ?? said(each) ?? each)
    .join(', ');
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

const isKnown = (name: string): name is AuditDetail => name in auditDetails;
const kindOf = (name: string) => (isKnown(name) ? auditDetails[name] : 'plain');
