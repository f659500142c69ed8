import { Button, Caption1, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { QueueResponse } from '@last-mile/shared/feedback';
import { EmptyState } from '@last-mile/shared/ui';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { feedbackTexts } from '../feedbackTexts';
import { isNarrowed } from './QueueFilters';
import type { QueueSearch } from './queuePlace';
import { QueueRow } from './QueueRow';
import { queueTexts as texts } from './queueTexts';
import { usualView } from './QueueViews';

export interface QueueListProps {
  pages: readonly QueueResponse[];
  /** Whether there are more, and how to have them. */
  list: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  search: QueueSearch;
  /** Key of the open item. */
  selected: string | undefined;
  chosen: ReadonlySet<string>;
  onChoose: (keys: readonly string[], chosen: boolean) => void;
}

/** What the view holds, with how many there are and as of when. */
export function QueueList({ pages, list, search, selected, chosen, onChoose }: QueueListProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const [first] = pages;
  if (first === undefined) return null;

  const items = pages.flatMap((page) => page.items);
  const keys = items.map(({ clientKey }) => clientKey);
  const chosenHere = keys.filter((key) => chosen.has(key)).length;
  return (
    <>
      <div className={styles.count}>
        {items.length > 0 && (
          <Checkbox
            aria-label={texts.chooseAll}
            checked={chosenHere === keys.length ? true : chosenHere > 0 ? 'mixed' : false}
            onChange={(_, { checked }) => {
              onChoose(keys, checked === true);
            }}
          />
        )}
        <Text role="status" weight="semibold">
          {texts.found(first.total)}
        </Text>
        {first.asOf !== null && (
          <Caption1 className={styles.asOf}>
            {feedbackTexts.asOf(formats.moment(first.asOf))}
          </Caption1>
        )}
      </div>
      {items.length === 0 ? (
        <Nothing search={search} />
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <QueueRow
              key={item.clientKey}
              item={item}
              href={toHref({ page: 'feedbackQueue', search, clientKey: item.clientKey })}
              open={item.clientKey === selected}
              chosen={chosen.has(item.clientKey)}
              onChoose={(isChosen) => {
                onChoose([item.clientKey], isChosen);
              }}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          className={styles.more}
          disabledFocusable={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? texts.loadingMore : texts.more}
        </Button>
      )}
    </>
  );
}

function Nothing({ search }: { search: QueueSearch }) {
  if (isNarrowed(search)) {
    return <EmptyState title={texts.nothingFoundTitle}>{texts.nothingFound}</EmptyState>;
  }
  const { title, text } = texts.empty[search.view ?? usualView];
  return <EmptyState title={title}>{text}</EmptyState>;
}

const useStyles = makeStyles({
  count: {
    display: 'flex',
    alignItems: 'center',
    // In line with the boxes of the rows, which stand after their mark.
    borderLeft: `${tokens.strokeWidthThicker} solid transparent`,
  },
  asOf: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  more: { marginTop: tokens.spacingVerticalM },
});
