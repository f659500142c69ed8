import type { HostTheme } from '@last-mile/shared/ui';
import type { KeptChoices } from '../../app/keptChoices';
import type { RowWords } from './rowWords';

/** Raised whenever what is kept changes its form: what is of an older one is not drawn. */
const form = 2;

/** The rows that the list begins with before anything is known of the message, as they are drawn. */
export interface FirstRows {
  /** What they were drawn for: they are of no use in another language of Outlook, or another theme. */
  readonly displayLanguage: string;
  readonly theme: HostTheme;
  /** What the words are in, and which way they are read. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly page: string;
  readonly search: string;
  readonly list: string;
  readonly groups: readonly FirstGroup[];
  /** Height in pixels of what stands above and below them. */
  readonly above: number;
  readonly below: number;
  /** Values of the theme's tokens, by the custom property that has them. */
  readonly look: Readonly<Record<string, string>>;
}

interface FirstGroup {
  readonly label: string;
  readonly headed: boolean;
  readonly rows: readonly (RowWords & { readonly key: string })[];
}

/** Reading and writing have different things above the list, and both begin without the other's. */
type PaneMode = 'reading' | 'writing';

/** The first rows of one account on this device (decision 0049). */
export interface FirstRowsStore {
  /** Null where there are none, or none for this language and theme. */
  read(mode: PaneMode, drawn: Pick<FirstRows, 'displayLanguage' | 'theme'>): FirstRows | null;
  keep(mode: PaneMode, rows: FirstRows): void;
  /** There is no list for this account any more. */
  forget(): void;
}

const nameOf = (mode: PaneMode, account: string) => `firstRows.${mode}.${account}`;

/** Keeps the first rows of `account` (`tid.oid`) beside its choices, where they are read without waiting. */
export function createFirstRows(choices: KeptChoices, account: string): FirstRowsStore {
  return {
    read(mode, { displayLanguage, theme }) {
      try {
        const kept = JSON.parse(choices.get(nameOf(mode, account)) ?? 'null') as
          (FirstRows & { form: number }) | null;
        if (kept?.form !== form) return null;
        if (kept.displayLanguage !== displayLanguage || kept.theme !== theme) return null;
        return kept;
      } catch {
        return null;
      }
    },
    keep(mode, rows) {
      choices.set(nameOf(mode, account), JSON.stringify({ form, ...rows }));
    },
    forget() {
      for (const mode of ['reading', 'writing'] as const) choices.set(nameOf(mode, account), '');
    },
  };
}
