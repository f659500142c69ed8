import {
  Badge,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ownFeedbackCall, type PaneClient, type UnsentQueue } from '@last-mile/shared/client';
import {
  tabLink,
  type FeedbackItem,
  type FeedbackRequest,
  type FeedbackSubject,
  type TabAddress,
} from '@last-mile/shared/feedback';
import { spokenLanguage } from '@last-mile/shared/language';
import { EmptyState, failureInWords, LoadingRows, uiTexts } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { OwnOutcome } from '@last-mile/shared/own-outcome';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { FeedbackHead } from './FeedbackHead';
import { mineTexts as texts } from './mineTexts';

export interface MyFeedbackPageProps {
  /** `tid.oid`. */
  account: string;
  client: Pick<PaneClient, 'requests'>;
  queue: Pick<UnsentQueue, 'unsentFeedback' | 'answerHelped'>;
  /** How many things wait on this device: with it what is shown changes. */
  waiting: number;
  /** Where Teams has the tab, which shows what was changed; null where nobody knows. */
  tab: TabAddress | null;
  /** Title of a library item, as far as it is known here. */
  titleOf: (itemKey: string) => string | undefined;
  onClose: () => void;
}

/** What I flagged or suggested, and what came of it; what waits to be sent comes first. */
export function MyFeedbackPage(props: MyFeedbackPageProps) {
  const { account, client, queue, waiting, tab, titleOf, onClose } = props;
  const styles = useStyles();
  const titleId = useId();
  const place = useRef<HTMLElement>(null);
  const unsent = useQuery({
    queryKey: ['unsentFeedback', account, waiting],
    queryFn: () => queue.unsentFeedback(),
  });
  const mine = useQuery({
    queryKey: ['myFeedback', account, waiting],
    queryFn: ({ signal }) => ownFeedbackCall(client.requests)(signal),
  });
  useEffect(() => {
    place.current?.querySelector('button')?.focus();
  }, []);

  const outcomeOf = (item: FeedbackItem) => (
    <OwnOutcome
      item={item}
      account={account}
      hrefOf={(place) => (tab === null ? undefined : tabLink(tab, place))}
      onAnswer={async (feedbackKey, request) => {
        const result = await queue.answerHelped(feedbackKey, request);
        await mine.refetch();
        return result;
      }}
    />
  );
  const kept = unsent.data ?? [];
  const items = mine.data?.items ?? [];
  const open = items.filter(({ state }) => state !== 'closed');
  const closed = items.filter(({ state }) => state === 'closed');
  return (
    <main ref={place} aria-labelledby={titleId}>
      <FeedbackHead titleId={titleId} back={texts.back} onBack={onClose}>
        {texts.title}
      </FeedbackHead>
      <div className={styles.content}>
        {kept.length > 0 && (
          <Part title={texts.waitingTitle}>
            {kept.map((request) => (
              <Row key={request.clientKey} words={request} titleOf={titleOf}>
                <Caption1>{texts.waiting}</Caption1>
              </Row>
            ))}
          </Part>
        )}
        {mine.isPending && <LoadingRows label={texts.loading} rows={4} />}
        {mine.isError && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{texts.awayTitle}</MessageBarTitle> {failureInWords(mine.error)}
            </MessageBarBody>
          </MessageBar>
        )}
        {mine.isSuccess && kept.length + items.length === 0 && (
          <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>
        )}
        {open.length > 0 && (
          <Part title={texts.openTitle}>
            {open.map((item) => (
              <Row key={item.clientKey} words={item} titleOf={titleOf}>
                <Caption1>{progressOf(item)}</Caption1>
                {outcomeOf(item)}
              </Row>
            ))}
          </Part>
        )}
        {closed.length > 0 && (
          <>
            {open.length + kept.length === 0 && <Text>{texts.allClosed}</Text>}
            <Part title={texts.closedTitle}>
              {closed.map((item) => (
                <Row key={item.clientKey} words={item} titleOf={titleOf}>
                  {outcomeOf(item)}
                </Row>
              ))}
            </Part>
          </>
        )}
      </div>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.partTitle}>
        {title}
      </h2>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}

interface RowProps {
  words: Pick<FeedbackRequest, 'reason' | 'reachedClient' | 'about' | 'text'>;
  titleOf: MyFeedbackPageProps['titleOf'];
  /** How far it has come. */
  children: ReactNode;
}

function Row({ words, titleOf, children }: RowProps) {
  const styles = useStyles();
  const { reason, reachedClient, about, text } = words;
  return (
    <li className={styles.row}>
      <div className={styles.marks}>
        <Text weight="semibold">
          {reason === null ? texts.suggestion : uiTexts.feedback.reasons[reason]}
        </Text>
        {reachedClient && (
          <Badge appearance="tint" color="danger">
            {texts.reachedClient}
          </Badge>
        )}
      </div>
      <Caption1 className={styles.quiet}>{aboutOf(about, titleOf)}</Caption1>
      <Text className={styles.words}>{text}</Text>
      {children}
    </li>
  );
}

function aboutOf(about: FeedbackSubject, titleOf: MyFeedbackPageProps['titleOf']): string {
  const title = about.type === 'libraryItem' ? titleOf(about.itemKey) : undefined;
  return title ?? texts.about[about.type];
}

function progressOf(item: FeedbackItem): string {
  const day = dayOf(item.dueOn);
  const isFirst = item.reopened === 0;
  const progress =
    item.state !== 'new'
      ? [texts.state[item.state]]
      : [item.overdue ? texts.overdue(day, isFirst) : texts.due(day, isFirst)];
  return [...progress, texts.sent(dayOf(item.submittedAt.slice(0, 10)))]
    .filter(Boolean)
    .join(' · ');
}

/** A calendar day is the same day everywhere. */
function dayOf(day: string): string {
  return new Intl.DateTimeFormat(spokenLanguage().locale, {
    ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
  }).format(new Date(`${day}T00:00:00Z`));
}

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
  },
  partTitle: { ...typographyStyles.body1Strong, margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
