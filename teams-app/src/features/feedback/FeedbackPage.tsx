import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded';
import { useSession } from '../../app/session';
import { FeedbackList } from './FeedbackList';
import { FeedbackPlace } from './FeedbackPlace';
import { feedbackQueries } from './feedbackQueries';
import { feedbackTexts as texts } from './feedbackTexts';
import { RefusedWords } from './RefusedWords';

export interface FeedbackPageProps {
  /** Key of the piece that a link leads to. */
  opened: string | undefined;
}

/** What became of what I wrote? */
export function FeedbackPage({ opened }: FeedbackPageProps) {
  const { api } = useSession();
  const query = useQuery(feedbackQueries.mine(api));
  return (
    <FeedbackPlace current="feedback">
      <RefusedWords />
      <Loaded query={query} loading={<LoadingRows label={texts.loading} />}>
        {({ items, asOf }) =>
          items.length === 0 ? (
            <EmptyState title={texts.mineEmptyTitle}>{texts.mineEmpty}</EmptyState>
          ) : (
            <FeedbackList items={items} asOf={asOf} opened={opened} />
          )
        }
      </Loaded>
    </FeedbackPlace>
  );
}
