import { Badge, Link, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { LibraryContent } from '@last-mile/shared/library';
import type { ReactNode } from 'react';
import { toHref } from '../../app/routes';
import { libraryTexts } from './libraryTexts';

export interface ItemCardsProps {
  /** Names the list where no heading or sentence above it does. */
  label?: string;
  /** One `ItemCard` for each item. */
  children: ReactNode;
}

/** Items below each other that are more than a line each. */
export function ItemCards({ label, children }: ItemCardsProps) {
  const styles = useStyles();
  return (
    <ul aria-label={label} className={styles.list}>
      {children}
    </ul>
  );
}

export interface ItemCardProps {
  clientKey: string;
  /** Of the text that is shown. */
  content: Pick<LibraryContent, 'kind' | 'title' | 'language'>;
  /** Badges after the one of the kind: what is to be known of the item at first sight. */
  badges: ReactNode;
  children: ReactNode;
}

/** An item on a list of cards: its badges, its title as the way to it, and what the list says of it. */
export function ItemCard({ clientKey, content, badges, children }: ItemCardProps) {
  const styles = useStyles();
  return (
    <li className={styles.card}>
      <div className={styles.badges}>
        <Badge appearance="outline" color="informative">
          {libraryTexts.kinds[content.kind]}
        </Badge>
        {badges}
      </div>
      <Subtitle1 as="h2">
        <Link href={toHref({ page: 'libraryItem', clientKey })} lang={content.language}>
          {content.title}
        </Link>
      </Subtitle1>
      {children}
    </li>
  );
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
