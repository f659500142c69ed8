import { makeStyles, Tab, TabList, Text, Title3, tokens } from '@fluentui/react-components';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded';
import { goTo } from '../../app/routes';
import { useSession } from '../../app/session';
import { FeedbackList } from './FeedbackList';
import { feedbackQueries } from './feedbackQueries';
import { feedbackTexts as texts } from './feedbackTexts';
import { RefusedWords } from './RefusedWords';

export interface FeedbackPageProps {
  list: 'mine' | 'queue';
}

/** What became of feedback: for the person who wrote it, and for the champions who answer it. */
export function FeedbackPage({ list }: FeedbackPageProps) {
  const styles = useStyles();
  const { may } = useSession();
  return (
    <div className={styles.root}>
      <div>
        <Title3 as="h1" block>
          {texts.title}
        </Title3>
        <Text className={styles.subtitle}>{texts.subtitle}</Text>
      </div>
      {may.champion && (
        <TabList
          size="small"
          className={styles.lists}
          aria-label={texts.lists}
          selectedValue={list}
          onTabSelect={(_, { value }) => {
            goTo({ page: 'feedback', list: value === 'queue' ? 'queue' : 'mine' });
          }}
        >
          <Tab value="queue" id="feedback-queue" aria-controls="feedback-list">
            {texts.queue}
          </Tab>
          <Tab value="mine" id="feedback-mine" aria-controls="feedback-list">
            {texts.mine}
          </Tab>
        </TabList>
      )}
      <div
        id="feedback-list"
        {...(may.champion
          ? { role: 'tabpanel', 'aria-labelledby': `feedback-${list}` }
          : undefined)}
      >
        {list === 'queue' ? <Queue /> : <Mine />}
      </div>
    </div>
  );
}

function Mine() {
  const { api } = useSession();
  const query = useQuery(feedbackQueries.mine(api));
  return (
    <>
      <RefusedWords />
      <Loaded query={query} loading={<LoadingRows label={texts.loading} />}>
        {({ items, asOf }) =>
          items.length === 0 ? (
            <EmptyState title={texts.mineEmptyTitle}>{texts.mineEmpty}</EmptyState>
          ) : (
            <FeedbackList items={items} asOf={asOf} />
          )
        }
      </Loaded>
    </>
  );
}

function Queue() {
  const { api } = useSession();
  const query = useQuery(feedbackQueries.queue(api));
  return (
    <Loaded query={query} loading={<LoadingRows label={texts.loading} />}>
      {({ items, asOf }) =>
        items.length === 0 ? (
          <EmptyState title={texts.queueEmptyTitle}>{texts.queueEmpty}</EmptyState>
        ) : (
          <FeedbackList items={items} asOf={asOf} note={texts.queueNote} />
        )
      }
    </Loaded>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  subtitle: { color: tokens.colorNeutralForeground2 },
  lists: { marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
});
