import { makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { EmptyState, heardOnly, LoadError } from '@last-mile/shared/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LazySavedTime } from '../../app/LazySavedTime';
import { ListAndOpen } from '../../app/ListAndOpen';
import { onNarrow, useIsNarrow, wideOnly } from '../../app/narrow';
import { createPageLoader } from '../../app/pageLoader';
import { goTo } from '../../app/routes';
import { useSession } from '../../app/session';
import { tasksQuery } from '../../app/tasksQuery';
import type { LibraryDetailProps } from './LibraryDetail';
import { LibraryFilters } from './LibraryFilters';
import { LibraryList } from './LibraryList';
import { libraryListQuery } from './libraryListQuery';
import { isNarrowed, type LibrarySearch } from './librarySearch';
import { LibraryShelves } from './LibraryShelves';
import { libraryTexts as texts } from './libraryTexts';
import { LibraryWays } from './LibraryWays';
import { useAddressedSearch } from './useAddressedSearch';
import { useLibraryKeys } from './useLibraryKeys';
import type { VersionPair } from './versions/versionPair';

export interface LibraryPageProps {
  /** Key of the open item. */
  selected: string | undefined;
  /** What to look for first, from a link. */
  search: LibrarySearch | undefined;
  /** Two versions of the open item that a link compares. */
  compared?: VersionPair | undefined;
}

/** Nobody lands on an item but by a link: its code comes when one is opened. */
const libraryDetail = createPageLoader<LibraryDetailProps>(
  async () => (await import('./LibraryDetail')).LibraryDetail,
);

/** The prompt library: find an item, and use it. */
export function LibraryPage({ selected, search, compared }: LibraryPageProps) {
  const styles = useStyles();
  const { api } = useSession();
  const isNarrow = useIsNarrow();
  const { filters, searched, setFilters } = useAddressedSearch(search, selected === undefined);
  const list = useInfiniteQuery(libraryListQuery(api, searched));
  const tasks = useQuery(tasksQuery(api));
  const keys = useLibraryKeys();

  /** What else serves a task; where the list is not beside the item, it takes its place. */
  function showTask(task: string) {
    setFilters({ task });
    if (isNarrow) goTo({ page: 'library' });
  }

  return (
    <>
      <div className={mergeClasses(styles.heading, selected !== undefined && styles.heardOnly)}>
        <div>
          <Title3 as="h1" block>
            {texts.title}
          </Title3>
          <Text className={styles.subtitle}>{texts.subtitle}</Text>
        </div>
        <LibraryWays />
      </div>
      <div className={mergeClasses(styles.filters, selected !== undefined && styles.wideOnly)}>
        <LibraryFilters
          search={filters}
          counts={list.data?.pages[0]?.facets}
          tasks={tasks.data ?? []}
          onChange={setFilters}
        />
      </div>
      <ListAndOpen
        label={texts.title}
        listRef={keys}
        isOpen={selected !== undefined}
        list={
          <>
            {isNarrow && !isNarrowed(filters) && <LibraryShelves brief />}
            {list.isError && list.data === undefined ? (
              <LoadError error={list.error} onRetry={() => void list.refetch()} />
            ) : (
              <LibraryList
                list={list}
                tasks={tasks.data ?? []}
                selected={selected}
                filtered={isNarrowed(searched)}
                onClear={() => {
                  setFilters({});
                }}
              />
            )}
          </>
        }
      >
        {selected === undefined ? (
          !isNarrow && <BesideList searching={isNarrowed(filters)} />
        ) : (
          <libraryDetail.Page
            key={selected}
            clientKey={selected}
            tasks={tasks.data ?? []}
            compared={compared}
            onTask={showTask}
          />
        )}
      </ListAndOpen>
      <LazySavedTime />
    </>
  );
}

/** Until an item is chosen: what the person may want before they look for anything. */
function BesideList({ searching }: { searching: boolean }) {
  const choose = <EmptyState title={texts.chooseTitle}>{texts.choose}</EmptyState>;
  return searching ? choose : <LibraryShelves whenEmpty={choose} />;
}

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  subtitle: {
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 480px)': { display: 'none' },
  },
  filters: { marginBlock: tokens.spacingVerticalL },
  // The page keeps its heading for those who hear it.
  heardOnly: { [onNarrow]: heardOnly },
  wideOnly,
});
