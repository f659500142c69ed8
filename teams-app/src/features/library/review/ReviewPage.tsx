import { Badge, Link, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { ReviewResponse } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { libraryQueries } from '../libraryQueries';
import { libraryTexts } from '../libraryTexts';
import { lifeTexts as texts } from '../lifeTexts';
import { ReviewPanel } from '../ReviewPanel';
import { ItemLife } from './ItemLife';
import { RequiredStandards } from './RequiredStandards';

/** What waits for me, and what changed? For champions. */
export function ReviewPage() {
  const styles = useStyles();
  const { api } = useSession();
  const query = useQuery(libraryQueries.review(api));
  return (
    <SubPage
      backHref={toHref({ page: 'library' })}
      back={texts.back}
      title={texts.review}
      subtitle={texts.reviewSubtitle}
      wide
      gap="L"
    >
      <Loaded query={query} loading={<LoadingRows label={texts.reviewLoading} rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={texts.reviewEmptyTitle}>{texts.reviewEmpty}</EmptyState>
          ) : (
            <>
              <Text role="status">{texts.waiting(items.length)}</Text>
              <ul className={styles.list}>
                {items.map((entry) => (
                  <li key={entry.item.clientKey} className={styles.entry}>
                    <Waiting {...entry} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      <RequiredStandards />
    </SubPage>
  );
}

function Waiting({ item, reasons }: ReviewResponse['items'][number]) {
  const styles = useStyles();
  const { clientKey, content } = item;
  return (
    <>
      <div className={styles.badges}>
        <Badge appearance="outline" color="informative">
          {libraryTexts.kinds[content.kind]}
        </Badge>
        {reasons.map((reason) => (
          <Badge key={reason} appearance="tint" color={reason === 'stale' ? 'warning' : 'brand'}>
            {texts.reasons[reason]}
          </Badge>
        ))}
      </div>
      <Subtitle1 as="h2">
        <Link href={toHref({ page: 'libraryItem', clientKey })}>{content.title}</Link>
      </Subtitle1>
      <Text>
        {item.author.name === null
          ? libraryTexts.authorUnknown
          : libraryTexts.author(item.author.name)}
      </Text>
      <ReviewPanel item={item} />
      <ItemLife item={item} />
    </>
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
});
