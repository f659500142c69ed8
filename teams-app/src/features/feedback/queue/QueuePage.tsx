import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { FeedbackList } from '../FeedbackList';
import { FeedbackPlace } from '../FeedbackPlace';
import { feedbackQueries } from '../feedbackQueries';
import { feedbackTexts as texts } from '../feedbackTexts';

/** What must the champions answer now? */
export function QueuePage() {
  const { api } = useSession();
  const query = useQuery(feedbackQueries.queue(api));
  return (
    <FeedbackPlace current="feedbackQueue">
      <Loaded query={query} loading={<LoadingRows label={texts.loading} />}>
        {({ items, asOf }) =>
          items.length === 0 ? (
            <EmptyState title={texts.queueEmptyTitle}>{texts.queueEmpty}</EmptyState>
          ) : (
            <FeedbackList items={items} asOf={asOf} note={texts.queueNote} />
          )
        }
      </Loaded>
    </FeedbackPlace>
  );
}
