import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReviewResponse } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { useFocusWhenGone } from '../../../app/useFocusWhenGone';
import { ItemCard, ItemCards } from '../ItemCards';
import { libraryQueries } from '../libraryQueries';
import { libraryTexts } from '../libraryTexts';
import { lifeTexts as texts } from '../lifeTexts';
import { ReviewPanel } from '../ReviewPanel';
import { ItemLife } from './ItemLife';
import { RequiredStandards } from './RequiredStandards';

/** What waits for me, and what changed? For champions. */
export function ReviewPage() {
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
        {({ items }) => <Queue items={items} />}
      </Loaded>
      <RequiredStandards />
    </SubPage>
  );
}

function Queue({ items }: Pick<ReviewResponse, 'items'>) {
  const styles = useStyles();
  // What is settled leaves the queue, and its button with it.
  const queue = useFocusWhenGone<HTMLDivElement>(items.length);
  return (
    <div ref={queue} tabIndex={-1} role="group" aria-label={texts.review} className={styles.queue}>
      {items.length === 0 ? (
        <EmptyState title={texts.reviewEmptyTitle}>{texts.reviewEmpty}</EmptyState>
      ) : (
        <>
          <Text role="status">{texts.waiting(items.length)}</Text>
          <ItemCards>
            {items.map((entry) => (
              <Waiting key={entry.item.clientKey} {...entry} />
            ))}
          </ItemCards>
        </>
      )}
    </div>
  );
}

function Waiting({ item, reasons }: ReviewResponse['items'][number]) {
  const { clientKey, content } = item;
  return (
    <ItemCard
      clientKey={clientKey}
      content={content}
      badges={reasons.map((reason) => (
        <Badge key={reason} appearance="tint" color={reason === 'stale' ? 'warning' : 'brand'}>
          {texts.reasons[reason]}
        </Badge>
      ))}
    >
      <Text>
        {item.author.name === null
          ? libraryTexts.authorUnknown
          : libraryTexts.author(item.author.name)}
      </Text>
      <ReviewPanel item={item} />
      <ItemLife item={item} />
    </ItemCard>
  );
}

const useStyles = makeStyles({
  queue: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});
