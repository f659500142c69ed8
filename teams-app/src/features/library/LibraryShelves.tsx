import { Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { LibraryItem } from '@last-mile/shared/library';
import { useQuery } from '@tanstack/react-query';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { libraryQueries } from './libraryQueries';
import { libraryTexts as texts } from './libraryTexts';

const mostShown = 5;

/**
 * What the person may want before they look for anything: their favourites, what they used last, and
 * what works for people in their role. A shelf that is empty, or cannot be had, is not there.
 */
export function LibraryShelves({ selected }: { selected: string | undefined }) {
  const { api } = useSession();
  const { data } = useQuery(libraryQueries.shelves(api));
  if (data === undefined) return null;
  return (
    <>
      <Shelf title={texts.favourites} items={data.favourites} selected={selected} />
      <Shelf title={texts.recentlyUsed} items={data.recent} selected={selected} />
      <Shelf title={texts.worksInRole} items={data.worksInRole} selected={selected} />
    </>
  );
}

interface ShelfProps {
  title: string;
  items: readonly LibraryItem[];
  selected: string | undefined;
}

function Shelf({ title, items, selected }: ShelfProps) {
  const styles = useStyles();
  if (items.length === 0) return null;
  return (
    <div className={styles.root}>
      <Subtitle2 as="h2" block>
        {title}
      </Subtitle2>
      <ul aria-label={title} className={styles.list}>
        {items.slice(0, mostShown).map(({ clientKey, content }) => (
          <li key={clientKey}>
            <Link
              href={toHref({ page: 'libraryItem', clientKey })}
              aria-current={clientKey === selected ? 'true' : undefined}
            >
              {content.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const useStyles = makeStyles({
  root: { marginBottom: tokens.spacingVerticalL },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0 0`,
    overflowWrap: 'anywhere',
  },
});
