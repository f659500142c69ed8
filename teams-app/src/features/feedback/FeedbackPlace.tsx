import {
  Link,
  makeStyles,
  mergeClasses,
  Tab,
  TabList,
  Text,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { heardOnly } from '@last-mile/shared/ui';
import type { ReactNode } from 'react';
import { goTo, toHref, type Route } from '../../app/routes';
import { useSession } from '../../app/session';
import { feedbackTexts as texts } from './feedbackTexts';

/** The lists of feedback, each at a place of its own. */
type ListRoute = Extract<
  Route,
  { page: 'feedback' | 'feedbackQueue' | 'suggestions' | 'feedbackOverview' | 'cases' }
>;

export interface FeedbackPlaceProps {
  current: ListRoute['page'];
  /** Whether the heading and the other lists are shown; they are heard all the same. @default true */
  headingSeen?: boolean;
  children: ReactNode;
}

/** One list of feedback, under what they all are and the way to the others. */
export function FeedbackPlace({ current, headingSeen = true, children }: FeedbackPlaceProps) {
  const styles = useStyles();
  const { may } = useSession();
  return (
    <div className={styles.root}>
      <div className={mergeClasses(!headingSeen && styles.heardOnly)}>
        <Title3 as="h1" block>
          {texts.title}
        </Title3>
        <Text className={styles.subtitle}>
          {texts.subtitle}{' '}
          {current === 'feedbackQueue' && (
            <Link inline href={toHref({ page: 'workingCalendar' })}>
              {texts.calendar}
            </Link>
          )}
          {current === 'feedback' && (
            <Link inline href={toHref({ page: 'me' })}>
              {texts.contact}
            </Link>
          )}
        </Text>
      </div>
      <TabList
        size="small"
        className={mergeClasses(styles.lists, !headingSeen && styles.hidden)}
        aria-label={texts.lists}
        selectedValue={current}
        onTabSelect={(_, { value }) => {
          goTo({ page: value as ListRoute['page'] });
        }}
      >
        {may.champion && (
          <Tab value="feedbackQueue" id="feedback-feedbackQueue" aria-controls="feedback-list">
            {texts.queue}
          </Tab>
        )}
        <Tab value="feedback" id="feedback-feedback" aria-controls="feedback-list">
          {texts.mine}
        </Tab>
        <Tab value="suggestions" id="feedback-suggestions" aria-controls="feedback-list">
          {texts.suggestions}
        </Tab>
        {may.champion && (
          <>
            <Tab value="cases" id="feedback-cases" aria-controls="feedback-list">
              {texts.cases}
            </Tab>
            <Tab
              value="feedbackOverview"
              id="feedback-feedbackOverview"
              aria-controls="feedback-list"
            >
              {texts.overview}
            </Tab>
          </>
        )}
      </TabList>
      <div id="feedback-list" role="tabpanel" aria-labelledby={`feedback-${current}`}>
        {children}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  subtitle: { color: tokens.colorNeutralForeground2 },
  heardOnly,
  hidden: { display: 'none' },
  lists: { flexWrap: 'wrap', marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
});
