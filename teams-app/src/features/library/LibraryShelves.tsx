import { Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { LibraryItem } from '@last-mile/shared/library';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { libraryQueries } from './libraryQueries';
import { libraryTexts as texts } from './libraryTexts';

const mostShown = 5;

export interface LibraryShelvesProps {
  /** Only the first shelf, and less of it: where the list comes below. */
  brief?: boolean;
  whenEmpty?: ReactNode;
}

/**
 * What the person may want before they look for anything: their favourites, what they used last, and
 * what works for people in their role. A shelf that is empty, or cannot be had, is not there.
 */
export function LibraryShelves({ brief = false, whenEmpty = null }: LibraryShelvesProps) {
  const styles = useStyles();
  const { api } = useSession();
  const { data, isError } = useQuery(libraryQueries.shelves(api));
  if (data === undefined) return isError ? whenEmpty : null;
  const shelves = [
    { title: texts.favourites, items: data.favourites },
    { title: texts.recentlyUsed, items: data.recent },
    { title: texts.worksInRole, items: data.worksInRole },
  ].filter(({ items }) => items.length > 0);
  if (shelves.length === 0) return whenEmpty;
  return (
    <div className={styles.root}>
      {shelves.slice(0, brief ? 1 : shelves.length).map(({ title, items }) => (
        <Shelf key={title} title={title} items={items.slice(0, brief ? 3 : mostShown)} />
      ))}
    </div>
  );
}

function Shelf({ title, items }: { title: string; items: readonly LibraryItem[] }) {
  const styles = useStyles();
  return (
    <section className={styles.shelf}>
      <Subtitle2 as="h2" block>
        {title}
      </Subtitle2>
      <ul aria-label={title} className={styles.list}>
        {items.map(({ clientKey, content }) => (
          <li key={clientKey}>
            <Link href={toHref({ page: 'libraryItem', clientKey })} lang={content.language}>
              {content.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    marginBottom: tokens.spacingVerticalL,
  },
  shelf: { minWidth: 0 },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0 0`,
    overflowWrap: 'anywhere',
  },
});
