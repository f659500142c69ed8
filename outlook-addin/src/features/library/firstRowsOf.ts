import { spokenLanguage } from '@last-mile/shared/language';
import { tokensOf, type HostTheme } from '@last-mile/shared/ui';
import type { FirstRows } from './firstRows';
import { arrangeLibrary } from './libraryArrangement';
import type { LibrarySnapshot } from './librarySnapshot';
import { libraryTexts as texts } from './libraryTexts';
import { languageOf } from './messageLanguage';
import { areHeaded, rowWords } from './rowWords';
import { taskNameIn } from './taskNameIn';

/** More than a pane has room for. */
const mostRows = 15;

/** The tokens that `libraryRows.css` draws with. */
const tokensOfRows = [
  ...['colorNeutralBackground1', 'colorNeutralBackground1Hover', 'colorNeutralBackground1Selected'],
  ...['colorNeutralForeground1', 'colorNeutralForeground1Hover', 'colorNeutralForeground1Selected'],
  ...['colorNeutralForeground2', 'colorNeutralForeground3', 'colorNeutralForeground4'],
  ...['colorNeutralStroke1', 'colorNeutralStroke1Pressed', 'colorNeutralStroke2'],
  ...['colorNeutralStrokeAccessible', 'colorNeutralStrokeAccessiblePressed'],
  ...['colorCompoundBrandStroke', 'strokeWidthThickest', 'strokeWidthThin', 'borderRadiusMedium'],
  ...['fontFamilyBase', 'fontWeightRegular', 'fontWeightSemibold'],
  ...['fontSizeBase200', 'fontSizeBase300', 'lineHeightBase200', 'lineHeightBase300'],
  ...['spacingHorizontalXXS', 'spacingHorizontalS', 'spacingHorizontalMNudge'],
  ...['spacingHorizontalM', 'spacingHorizontalL'],
  ...['spacingVerticalXXS', 'spacingVerticalXS', 'spacingVerticalSNudge'],
  ...['spacingVerticalS', 'spacingVerticalM'],
] as (keyof ReturnType<typeof tokensOf>)[];

export interface FirstRowsQuery {
  readonly snapshot: LibrarySnapshot;
  /** Id of the reader's job family, '' for none. */
  readonly family: string;
  /** Keys of what this person used, the latest first. */
  readonly usedLately: readonly string[];
  readonly theme: HostTheme;
}

/** The rows that the list begins with; nothing of the message in front of the pane is in them. */
export function firstRowsOf(
  query: FirstRowsQuery,
): Omit<FirstRows, 'displayLanguage' | 'above' | 'below'> {
  const { snapshot, family, usedLately, theme } = query;
  const families = snapshot.me.programme?.jobFamilies ?? [];
  const familyName = families.find(({ id }) => id === family)?.name ?? '';
  const reader = { familyName, families, taskName: taskNameIn(snapshot) };
  const groups = arrangeLibrary(snapshot.items, {
    kind: 'template',
    search: '',
    taskKey: null,
    jobFamily: family === '' ? null : family,
    message: null,
    languages: [languageOf(spokenLanguage().locale)],
    usedLately,
    taskName: reader.taskName,
  });
  let left = mostRows;
  return {
    theme,
    lang: document.documentElement.lang,
    dir: spokenLanguage().dir,
    page: texts.page,
    search: texts.search.template,
    list: texts.list.template,
    groups: groups.flatMap(({ id, items }) => {
      const rows = items
        .slice(0, left)
        .map((item) => ({ key: item.clientKey, ...rowWords(item, id, reader) }));
      left -= rows.length;
      if (rows.length === 0) return [];
      return [{ label: texts.groups(id, familyName), headed: areHeaded(groups), rows }];
    }),
    look: Object.fromEntries(
      tokensOfRows.map((name) => [`--${name}`, String(tokensOf(theme)[name])]),
    ),
  };
}
