import { makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DocumentPersonRegular } from '@fluentui/react-icons/svg/document-person';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { EmptyState, heardOnly, LoadError } from '@last-mile/shared/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../app/LinkButton';
import { narrow, useIsNarrow } from '../../app/narrow';
import { createPageLoader } from '../../app/pageLoader';
import { goTo, toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import type { LibraryDetailProps } from './LibraryDetail';
import { LibraryFilters } from './LibraryFilters';
import { LibraryList } from './LibraryList';
import { libraryQueries } from './libraryQueries';
import { isNarrowed, type LibrarySearch } from './librarySearch';
import { LibraryShelves } from './LibraryShelves';
import { libraryTexts as texts } from './libraryTexts';
import { lifeTexts } from './lifeTexts';
import { sessionTexts } from './sessions/sessionTexts';
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

/** The prompt library: find an item on the left, use it on the right; one after the other when narrow. */
export function LibraryPage({ selected, search, compared }: LibraryPageProps) {
  const styles = useStyles();
  const { api, may } = useSession();
  const isNarrow = useIsNarrow();
  const { filters, searched, setFilters } = useAddressedSearch(search, selected === undefined);
  const list = useInfiniteQuery(libraryQueries.list(api, searched));
  const tasks = useQuery(libraryQueries.tasks(api));
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
        <div className={styles.ways}>
          {may.champion && (
            <LinkButton
              appearance="subtle"
              href={toHref({ page: 'libraryImport' })}
              icon={<ArrowUploadRegular />}
            >
              {texts.import}
            </LinkButton>
          )}
          <LinkButton
            appearance="subtle"
            href={toHref({ page: 'libraryExport' })}
            icon={<ArrowDownloadRegular />}
          >
            {texts.export}
          </LinkButton>
          <LinkButton href={toHref({ page: 'librarySessions' })} icon={<PeopleTeamRegular />}>
            {sessionTexts.title}
          </LinkButton>
          {may.champion && (
            <LinkButton href={toHref({ page: 'libraryReview' })} icon={<CheckmarkCircleRegular />}>
              {lifeTexts.review}
            </LinkButton>
          )}
          {may.champion && (
            <LinkButton
              appearance="subtle"
              href={toHref({ page: 'librarySettings' })}
              icon={<SettingsRegular />}
            >
              {texts.settings}
            </LinkButton>
          )}
          <LinkButton href={toHref({ page: 'libraryOwn' })} icon={<DocumentPersonRegular />}>
            {lifeTexts.own}
          </LinkButton>
          <LinkButton href={toHref({ page: 'libraryEdit' })} icon={<EditRegular />}>
            {lifeTexts.write}
          </LinkButton>
        </div>
      </div>
      <div className={mergeClasses(styles.filters, selected !== undefined && styles.wideOnly)}>
        <LibraryFilters
          search={filters}
          counts={list.data?.pages[0]?.facets}
          tasks={tasks.data ?? []}
          onChange={setFilters}
        />
      </div>
      <div className={styles.columns}>
        <section
          ref={keys}
          aria-label={texts.title}
          className={selected === undefined ? undefined : styles.wideOnly}
        >
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
        </section>
        <div className={selected === undefined ? styles.wideOnly : styles.detail}>
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
        </div>
      </div>
    </>
  );
}

/** Until an item is chosen: what the person may want before they look for anything. */
function BesideList({ searching }: { searching: boolean }) {
  const choose = <EmptyState title={texts.chooseTitle}>{texts.choose}</EmptyState>;
  return searching ? choose : <LibraryShelves whenEmpty={choose} />;
}

const wide = '@media (min-width: 861px)';
const onNarrow = `@media ${narrow}`;

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  subtitle: {
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 480px)': { display: 'none' },
  },
  filters: { marginBlock: tokens.spacingVerticalL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(300px, 5fr) minmax(0, 8fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXXL,
    [onNarrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  detail: {
    minWidth: 0,
    [wide]: {
      position: 'sticky',
      top: tokens.spacingVerticalL,
      maxHeight: `calc(100vh - 2 * ${tokens.spacingVerticalL})`,
      overflowY: 'auto',
    },
  },
  // The page keeps its heading for those who hear it.
  heardOnly: { [onNarrow]: heardOnly },
  wideOnly: { [onNarrow]: { display: 'none' } },
});
