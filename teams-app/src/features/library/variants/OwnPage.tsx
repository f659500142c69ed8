import { Badge, makeStyles, Text } from '@fluentui/react-components';
import { waitingStatus, type LibraryItem } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { ItemCard, ItemCards } from '../ItemCards';
import { libraryQueries } from '../libraryQueries';
import { lifeTexts } from '../lifeTexts';
import { variantTexts as texts } from './variantTexts';

/** What did I write, and how far has it come? */
export function OwnPage() {
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
        {({ items, retiring }) =>
          items.length === 0 ? (
            <EmptyState title={texts.ownEmptyTitle}>{texts.ownEmpty}</EmptyState>
          ) : (
            <ItemCards label={lifeTexts.own}>
              {items.map((item) => (
                <OwnItem
                  key={item.clientKey}
                  item={item}
                  retiresOn={retiring.find(({ clientKey }) => clientKey === item.clientKey)?.on}
                />
              ))}
            </ItemCards>
          )
        }
      </Loaded>
    </SubPage>
  );
}

interface OwnItemProps {
  item: LibraryItem;
  /** Where that is near: when the draft is retired unless somebody changes it. */
  retiresOn: string | undefined;
}

function OwnItem({ item, retiresOn }: OwnItemProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { clientKey, content, proposal, returned, originalChanged } = item;
  const state = stateOf(item);
  return (
    <ItemCard
      clientKey={clientKey}
      content={proposal?.content ?? content}
      badges={
        <Badge appearance="tint" color={state === 'returned' ? 'warning' : 'informative'}>
          {texts.states[state]}
        </Badge>
      }
    >
      {item.status === 'published' && item.basedOn === null && <Text>{texts.changeOf}</Text>}
      {returned !== null && (
        <Text className={styles.word}>
          {texts.returnedBy(returned.by.name ?? texts.someone, returned.note)}
        </Text>
      )}
      {originalChanged && <Text>{texts.originalChanged}</Text>}
      {retiresOn !== undefined && <Text>{texts.retiresOn(formats.day(retiresOn))}</Text>}
    </ItemCard>
  );
}

/** How far the person's own text has come. */
function stateOf(item: LibraryItem): keyof typeof texts.states {
  if (item.status === 'retired') return 'retired';
  if (item.basedOn !== null) return 'variant';
  if (item.returned !== null) return 'returned';
  return waitingStatus(item) ?? 'draft';
}

const useStyles = makeStyles({ word: { whiteSpace: 'pre-wrap' } });
