import type { JobFamily } from '@last-mile/shared/programme';
import { spokenLanguage } from '@last-mile/shared/language';
import { useEffect, type RefObject } from 'react';
import type { FirstRows } from './firstRows';
import { arrangeLibrary } from './libraryArrangement';
import type { LibrarySnapshot } from './librarySnapshot';
import { libraryTexts as texts } from './libraryTexts';
import { languageOf } from './messageLanguage';
import { areHeaded, rowWords } from './rowWords';

/** More than a pane has room for. */
const mostRows = 15;

/** The tokens that `libraryRows.css` draws with. */
const tokensOfRows = [
  ...['Background1', 'Background1Hover', 'Background1Selected', 'Stroke2'],
  ...['Foreground1', 'Foreground1Hover', 'Foreground1Selected', 'Foreground2', 'Foreground3'],
]
  .map((name) => `--colorNeutral${name}`)
  .concat([
    ...['--colorCompoundBrandStroke', '--strokeWidthThickest', '--strokeWidthThin'],
    ...['--fontFamilyBase', '--fontWeightRegular', '--fontWeightSemibold'],
    ...['--fontSizeBase200', '--fontSizeBase300', '--lineHeightBase200', '--lineHeightBase300'],
    ...['--spacingHorizontalS', '--spacingHorizontalM', '--spacingHorizontalL'],
    ...['--spacingVerticalXXS', '--spacingVerticalXS', '--spacingVerticalSNudge'],
    ...['--spacingVerticalS', '--spacingVerticalM'],
  ]);

/** The rows as the pane begins with them. */
export type KeptFirstRows = Omit<FirstRows, 'theme' | 'displayLanguage'>;

export interface KeepFirstRowsOptions {
  /** The list as it stands on the screen: what is above and below it is measured. */
  readonly page: RefObject<HTMLElement | null>;
  readonly snapshot: LibrarySnapshot;
  readonly families: readonly JobFamily[];
  readonly family: string;
  readonly usedLately: readonly string[];
  readonly taskName: (taskKey: string | null) => string;
  /** Keeps them for the next opening; null while what stands around the list is not the usual. */
  readonly keep: ((rows: KeptFirstRows) => void) | null;
}

/**
 * Hands over the rows that the next opening begins with, once the first screen stands and whenever they
 * change. Nothing of the message in front of the pane is in them: the next one has another.
 */
export function useKeepFirstRows(options: KeepFirstRowsOptions): void {
  const { page, snapshot, families, family, usedLately, taskName, keep } = options;
  useEffect(() => {
    if (keep === null) return undefined;
    return afterPaint(() => {
      const list = page.current?.querySelector<HTMLElement>('[role=listbox]');
      const foot = page.current?.lastElementChild;
      if (!page.current || !list || !(foot instanceof HTMLElement)) return;
      const style = getComputedStyle(page.current);
      keep({
        lang: document.documentElement.lang,
        dir: spokenLanguage().dir,
        page: texts.page,
        list: texts.list.template,
        groups: groupsOf({ snapshot, families, family, usedLately, taskName }),
        above: list.offsetTop,
        below: foot.offsetHeight,
        look: Object.fromEntries(
          tokensOfRows.map((name) => [name, style.getPropertyValue(name).trim()]),
        ),
      });
    });
  }, [page, snapshot, families, family, usedLately, taskName, keep]);
}

/** Runs `work` once what was just drawn is on the screen; gives the way to call it off. */
function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

function groupsOf(options: Omit<KeepFirstRowsOptions, 'page' | 'keep'>): FirstRows['groups'] {
  const { snapshot, families, family, usedLately, taskName } = options;
  const familyName = families.find(({ id }) => id === family)?.name ?? '';
  const groups = arrangeLibrary(snapshot.items, {
    kind: 'template',
    search: '',
    taskKey: null,
    jobFamily: family === '' ? null : family,
    message: null,
    languages: [languageOf(spokenLanguage().locale)],
    usedLately,
    taskName,
  });
  let left = mostRows;
  return groups.flatMap(({ id, items }) => {
    const rows = items.slice(0, left).map((item) => ({
      key: item.clientKey,
      ...rowWords(item, id, { familyName, families, taskName }),
    }));
    left -= rows.length;
    if (rows.length === 0) return [];
    return [{ label: texts.groups(id, familyName), headed: areHeaded(groups), rows }];
  });
}
