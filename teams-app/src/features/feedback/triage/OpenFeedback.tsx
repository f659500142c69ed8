import {
  Badge,
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { FeedbackDetail, QueueItem, Triager } from '@last-mile/shared/feedback';
import { failureInWords } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type RefObject } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { LinkButton } from '../../../app/LinkButton';
import { OpenCard, OpenOfList } from '../../../app/OpenOfList';
import { goTo, stayAt, toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { CaseOfFlag } from '../cases/CaseOfFlag';
import { feedbackQueries } from '../feedbackQueries';
import { feedbackTexts } from '../feedbackTexts';
import { dueInWords } from '../queue/dueInWords';
import type { OpenAct, QueueSearch } from '../queue/queuePlace';
import { firstWords, reasonOf, stateOf } from '../queue/QueueRow';
import { queueTexts } from '../queue/queueTexts';
import { ActForm } from './ActForm';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { OtherFeedback } from './OtherFeedback';
import { possibleActs } from './possibleActs';
import { StepsSoFar } from './StepsSoFar';
import { SubjectAsItWas } from './SubjectAsItWas';
import { triageTexts as texts } from './triageTexts';
import { useTriage, type Attempt } from './useTriage';
import { WhatBecameOfIt } from './WhatBecameOfIt';

export interface OpenFeedbackProps {
  clientKey: string;
  /** What the list beside it shows. */
  search: QueueSearch;
  /** The act that was chosen, if one was. */
  act: OpenAct | undefined;
  triagers: readonly Triager[];
}

/** One piece of feedback: what it says, what it is about, what became of it, and what to do now. */
export function OpenFeedback({ clientKey, search, act, triagers }: OpenFeedbackProps) {
  const { api } = useSession();
  const query = useQuery(feedbackQueries.detail(api, clientKey));
  return (
    <OpenOfList
      label={texts.open}
      query={query}
      backHref={toHref({ page: 'feedbackQueue', search })}
      back={texts.back}
      loading={texts.loading}
      gone={{ title: texts.goneTitle, text: texts.gone }}
    >
      {(detail) => <Detail {...{ detail, search, act, triagers }} />}
    </OpenOfList>
  );
}

interface DetailProps extends Omit<OpenFeedbackProps, 'clientKey'> {
  detail: FeedbackDetail;
}

function Detail({ detail, search, act, triagers }: DetailProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const heading = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const { item, context, steps, merged, alike } = detail;
  const place = { page: 'feedbackQueue', search, clientKey: item.clientKey } as const;
  const possible = possibleActs(item);
  const openForm = act !== undefined && possible.includes(act) ? act : undefined;
  const likeness = new Map(alike.map((each) => [each.item.clientKey, each.likeness]));

  function close() {
    stayAt(place);
    heading.current?.focus();
  }

  function onDone({ act: { do: done, ...parts } }: Attempt) {
    setSaid(texts.done[done]);
    close();
    if (done === 'adjustPrompt' && 'itemKey' in parts) {
      goTo({ page: 'libraryEdit', clientKey: parts.itemKey });
    }
  }

  return (
    <OpenCard gap="L">
      <Heading item={item} headingRef={heading} />
      <Text block size={400} className={styles.words}>
        {item.text}
      </Text>
      {item.output !== null && (
        <section aria-label={texts.output}>
          <Caption1 block className={styles.quiet}>
            {texts.output}
          </Caption1>
          <Text block className={styles.output}>
            {item.output}
          </Text>
        </section>
      )}
      {item.caseConsent && <Caption1 className={styles.quiet}>{texts.caseConsent}</Caption1>}
      {!item.delivered && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{texts.delivering}</MessageBarBody>
        </MessageBar>
      )}
      {item.mergedInto !== null && (
        <Unmerge
          item={item}
          notice={texts.mergedInto}
          keptHref={toHref({ ...place, clientKey: item.mergedInto })}
          onDone={onDone}
        />
      )}
      <div className={styles.next}>
        <div role="status" className={styles.said}>
          {said}
        </div>
        {possible.length > 0 && (
          <div role="group" aria-label={texts.actsLabel} className={styles.acts}>
            {possible.map((each, index) => (
              <LinkButton
                key={each}
                href={toHref({ ...place, act: each })}
                appearance={index === 0 && openForm === undefined ? 'primary' : 'secondary'}
              >
                {texts.acts[each]}
              </LinkButton>
            ))}
          </div>
        )}
      </div>
      {openForm !== undefined && (
        <ActForm key={openForm} form={openForm} {...{ detail, triagers, onDone }} onClose={close} />
      )}
      <WhatBecameOfIt item={item} />
      <CaseOfFlag item={item} />
      <SubjectAsItWas item={item} context={context} />
      <OtherFeedback
        title={texts.merged}
        items={merged}
        search={search}
        actOf={(each) => <Unmerge item={each} onDone={onDone} />}
      />
      <OtherFeedback
        title={texts.alike}
        items={alike.map((each) => each.item)}
        search={search}
        factOf={({ clientKey }) => texts.likeness(formats.percent(likeness.get(clientKey) ?? 0))}
      />
      <StepsSoFar steps={steps} />
    </OpenCard>
  );
}

interface HeadingProps {
  item: QueueItem;
  headingRef: RefObject<HTMLElement | null>;
}

/** Why, by when, by whom and whose: at a glance. */
function Heading({ item, headingRef }: HeadingProps) {
  const styles = useStyles();
  const session = useSession();
  const { formats } = session;
  const due = dueInWords(item, session);
  const isOpen = item.state !== 'closed' && item.mergedInto === null;
  return (
    <header ref={headingRef} tabIndex={-1} className={styles.heading}>
      <div className={styles.marks}>
        <Subtitle1 as="h2">{reasonOf(item)}</Subtitle1>
        {item.reachedClient && (
          <Badge appearance="filled" color={isOpen ? 'danger' : 'informative'}>
            {feedbackTexts.reachedClient}
          </Badge>
        )}
        {due !== null && (
          <Badge appearance="tint" color={due.pressing ? 'danger' : 'informative'}>
            {due.text}
          </Badge>
        )}
        <Badge appearance="outline" color={isOpen ? 'brand' : 'informative'}>
          {stateOf(item)}
        </Badge>
      </div>
      <Caption1 className={styles.quiet}>
        {[
          texts.by(
            item.reporter,
            formats.moment(item.submittedAt),
            feedbackTexts.surfaces[item.surface],
          ),
          ...(item.voices > 1 ? [queueTexts.voices(item.voices)] : []),
          item.assignee === null ? queueTexts.nobody : texts.assignee(item.assignee.name),
          ...(item.reopened > 0 ? [texts.opened(item.reopened)] : []),
        ].join(' · ')}
      </Caption1>
    </header>
  );
}

interface UnmergeProps {
  item: QueueItem;
  onDone: (attempt: Attempt) => void;
  /** Said with the way to the kept one, where the merged one itself is open. */
  notice?: string;
  keptHref?: string;
}

/** Lets a merged one stand by itself again. */
function Unmerge({ item, onDone, notice, keptHref }: UnmergeProps) {
  const triage = useTriage(onDone);
  if (triage.overtaken !== null) {
    return (
      <ChangedMeanwhile
        overtaken={triage.overtaken}
        busy={triage.busy}
        onMine={triage.send}
        onTheirs={() => void triage.giveWay()}
      />
    );
  }
  const button = item.eTag !== null && (
    <Button
      size="small"
      disabledFocusable={triage.busy}
      aria-label={texts.unmergeOne(firstWords(item.text))}
      onClick={() => {
        triage.send({ read: item, act: { do: 'unmerge' } });
      }}
    >
      {texts.unmerge}
    </Button>
  );
  const failure = triage.failure !== null && (
    <FailureNotice title={texts.failed}>{failureInWords(triage.failure)}</FailureNotice>
  );
  if (notice === undefined || keptHref === undefined) {
    return (
      <>
        {button}
        {failure}
      </>
    );
  }
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{notice}</MessageBarBody>
        <MessageBarActions>
          <LinkButton size="small" href={keptHref}>
            {texts.openKept}
          </LinkButton>
          {button}
        </MessageBarActions>
      </MessageBar>
      {failure}
    </>
  );
}

const useStyles = makeStyles({
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalXS,
  },
  heading: { outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { maxWidth: '80ch', whiteSpace: 'pre-wrap' },
  output: {
    marginTop: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-wrap',
  },
  said: {
    ':not(:empty)': { marginBottom: tokens.spacingVerticalM },
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorPaletteGreenForeground1,
  },
  next: { display: 'flex', flexDirection: 'column' },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '& > a': { minWidth: 'auto' },
  },
});
