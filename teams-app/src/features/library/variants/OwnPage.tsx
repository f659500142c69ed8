import { Badge, Link, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { waitingStatus, type LibraryItem } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { libraryQueries } from '../libraryQueries';
import { libraryTexts } from '../libraryTexts';
import { lifeTexts } from '../lifeTexts';
import { variantTexts as texts } from './variantTexts';

/** What did I write, and how far has it come? */
export function OwnPage() {
  const styles = useStyles();
  const { api } = useSession();
  const query = useQuery(libraryQueries.own(api));
  return (
    <SubPage
      backHref={toHref({ page: 'library' })}
      back={lifeTexts.back}
      title={lifeTexts.own}
      subtitle={texts.ownSubtitle}
      wide
      gap="L"
    >
      <Loaded query={query} loading={<LoadingRows label={texts.ownLoading} rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={texts.ownEmptyTitle}>{texts.ownEmpty}</EmptyState>
          ) : (
            <ul aria-label={lifeTexts.own} className={styles.list}>
              {items.map((item) => (
                <li key={item.clientKey} className={styles.entry}>
                  <OwnItem item={item} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </SubPage>
  );
}

function OwnItem({ item }: { item: LibraryItem }) {
  const styles = useStyles();
  const { clientKey, content, proposal, returned, originalChanged } = item;
  const state = stateOf(item);
  return (
    <>
      <div className={styles.badges}>
        <Badge appearance="outline" color="informative">
          {libraryTexts.kinds[content.kind]}
        </Badge>
        <Badge appearance="tint" color={state === 'returned' ? 'warning' : 'informative'}>
          {texts.states[state]}
        </Badge>
      </div>
      <Subtitle1 as="h2">
        <Link href={toHref({ page: 'libraryItem', clientKey })}>
          {(proposal?.content ?? content).title}
        </Link>
      </Subtitle1>
      {item.status === 'published' && item.basedOn === null && <Text>{texts.changeOf}</Text>}
      {returned !== null && (
        <Text className={styles.word}>
          {texts.returnedBy(returned.by.name ?? texts.someone, returned.note)}
        </Text>
      )}
      {originalChanged && <Text>{texts.originalChanged}</Text>}
    </>
  );
}

/** How far the person's own text has come. */
function stateOf(item: LibraryItem): keyof typeof texts.states {
  if (item.status === 'retired') return 'retired';
  if (item.basedOn !== null) return 'variant';
  if (item.returned !== null) return 'returned';
  return waitingStatus(item) ?? 'draft';
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
  entry: {
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
  word: { whiteSpace: 'pre-wrap' },
});
