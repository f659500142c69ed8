import { Button, makeStyles, SearchBox, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { LentItem, LentResponse } from '@last-mile/shared/library';
import { copyTexts as texts } from './copyTexts';
import { LentRow } from './LentRow';

export interface LentItemsProps {
  /** What is shared, as far as it is loaded. */
  pages: readonly LentResponse[];
  q: string;
  onSearch: (q: string) => void;
  /** The chosen items by their keys, also those the search does not show. */
  chosen: ReadonlyMap<string, LentItem>;
  onChoose: (chosen: ReadonlyMap<string, LentItem>) => void;
  /** Loads the next page; left out where there is none. */
  onMore?: () => void;
}

/** What another programme shares, to choose from; what one has already is left out of "all". */
export function LentItems({ pages, q, onSearch, chosen, onChoose, onMore }: LentItemsProps) {
  const styles = useStyles();
  const items = pages.flatMap((page) => page.items);
  const [{ lender, total } = { lender: undefined, total: 0 }] = pages;
  const open = items.filter(
    ({ clientKey, version, copy }) => copy?.version !== version && !chosen.has(clientKey),
  );
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.chooseStep(lender?.name ?? '')}</Subtitle1>
      <div role="search" className={styles.ways}>
        <SearchBox
          aria-label={texts.search}
          placeholder={texts.search}
          className={styles.search}
          maxLength={200}
          value={q}
          onChange={(_, { value }) => {
            onSearch(value);
          }}
        />
        <Button
          disabledFocusable={open.length === 0}
          onClick={() => {
            onChoose(new Map([...chosen, ...open.map((item) => [item.clientKey, item] as const)]));
          }}
        >
          {texts.chooseAll(open.length)}
        </Button>
        <Text role="status">
          {total === 0
            ? q === ''
              ? texts.none
              : texts.noneFound
            : `${texts.found(total)} · ${texts.chosen(chosen.size)}`}
        </Text>
      </div>
      <ul className={styles.list}>
        {items.map((item) => (
          <LentRow
            key={item.clientKey}
            item={item}
            chosen={chosen.has(item.clientKey)}
            onChoose={(isChosen) => {
              const others = [...chosen].filter(([key]) => key !== item.clientKey);
              onChoose(new Map(isChosen ? [...others, [item.clientKey, item]] : others));
            }}
          />
        ))}
      </ul>
      {onMore !== undefined && (
        <div>
          <Button onClick={onMore}>{texts.more}</Button>
        </div>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  search: { flexGrow: 1, minWidth: '200px' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& > li + li': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  },
});
