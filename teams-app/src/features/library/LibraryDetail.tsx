import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { FlagRegular } from '@fluentui/react-icons/svg/flag';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { ShareRegular } from '@fluentui/react-icons/svg/share';
import { ApiProblem } from '@last-mile/shared/client';
import type { LibraryItem } from '@last-mile/shared/library';
import { EmptyState, LoadingRows, usePointingIcon } from '@last-mile/shared/ui';
import type { Workflow } from '@last-mile/shared/workflows';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LazyAskSomeone } from '../../app/LazyAskSomeone';
import { LazyFeedbackDialog } from '../../app/LazyFeedbackDialog';
import { LazyParagraphHeat } from '../../app/LazyParagraphHeat';
import { LinkButton } from '../../app/LinkButton';
import { Loaded } from '../../app/Loaded';
import { toHref, toSubPageId } from '../../app/routes';
import { useSession } from '../../app/session';
import { EmailTemplateBody } from './EmailTemplateBody';
import { ItemFacts, type ItemFactsProps } from './ItemFacts';
import { libraryQueries } from './libraryQueries';
import { libraryTexts as texts } from './libraryTexts';
import { PromptUse } from './PromptUse';
import { OwnProposal } from './Proposed';
import { ItemLife } from './review/ItemLife';
import { ReviewPanel } from './ReviewPanel';
import { ItemOwner } from './settings/ItemOwner';
import { ItemVariants } from './variants/ItemVariants';
import type { VersionPair } from './versions/versionPair';
import { VersionsPanel } from './versions/VersionsPanel';

export interface LibraryDetailProps {
  clientKey: string;
  tasks: readonly Workflow[];
  /** Two versions that a link compares. */
  compared: VersionPair | undefined;
  /** Shows what else serves a task. */
  onTask: (taskKey: string) => void;
}

/** One item: what it is, its text to use, and what can be done about it. */
export function LibraryDetail({ clientKey, tasks, compared, onTask }: LibraryDetailProps) {
  const styles = useStyles();
  const pointing = usePointingIcon();
  const { api } = useSession();
  const query = useQuery(libraryQueries.item(api, clientKey));
  const gone = query.error instanceof ApiProblem && query.error.status === 404;
  return (
    <section className={styles.root} aria-label={texts.item}>
      <div className={styles.back}>
        <LinkButton
          href={toHref({ page: 'library' })}
          appearance="subtle"
          icon={<ArrowLeftRegular className={pointing} />}
        >
          {texts.back}
        </LinkButton>
      </div>
      {gone ? (
        <EmptyState title={texts.notFoundTitle}>{texts.notFound}</EmptyState>
      ) : (
        <Loaded query={query} loading={<LoadingRows label={texts.loadingItem} rows={8} />}>
          {(item) => (
            <Item
              item={item}
              task={tasks.find((task) => task.clientKey === item.content.taskKey)}
              compared={compared}
              onTask={onTask}
            />
          )}
        </Loaded>
      )}
    </section>
  );
}

function Item({
  item,
  task,
  compared,
  onTask,
}: ItemFactsProps & Pick<LibraryDetailProps, 'compared'>) {
  const styles = useStyles();
  const { may } = useSession();
  const answersFor = may.champion && item.sharedFrom === null;
  return (
    <article className={styles.item}>
      <ItemFacts item={item} task={task} onTask={onTask} />
      {answersFor ? (
        <ReviewPanel item={item} />
      ) : (
        item.proposal !== null && <OwnProposal item={item} proposal={item.proposal} />
      )}
      <ItemOwner item={item} />
      <ItemLife item={item} />
      {item.content.kind === 'prompt' ? (
        <PromptUse item={item} />
      ) : (
        <EmailTemplateBody content={item.content} />
      )}
      {answersFor && item.content.kind === 'template' && item.version > 0 && (
        <LazyParagraphHeat
          itemKey={item.clientKey}
          version={item.version}
          body={item.content.body}
        />
      )}
      {task !== undefined && <LazyAskSomeone taskKey={task.clientKey} task={task.task} />}
      <ItemVariants item={item} />
      <ItemActions item={item} />
      {item.version > 0 && <VersionsPanel item={item} compared={compared} />}
    </article>
  );
}

function ItemActions({ item }: { item: LibraryItem }) {
  const styles = useStyles();
  const { shareLink, shareToTeams } = useSession();
  const [writing, setWriting] = useState<'flag' | 'suggestion'>();
  const [shared, setShared] = useState(true);
  const { clientKey, content, version } = item;
  const link = {
    subPageId: toSubPageId({ page: 'libraryItem', clientKey }),
    label: content.title,
  };
  return (
    <div className={styles.actions}>
      <Button
        icon={<FlagRegular />}
        onClick={() => {
          setWriting('flag');
        }}
      >
        {texts.flag}
      </Button>
      <Button
        icon={<LightbulbRegular />}
        onClick={() => {
          setWriting('suggestion');
        }}
      >
        {texts.suggest}
      </Button>
      <Button
        appearance="subtle"
        icon={<LinkRegular />}
        onClick={() => {
          setShared(shareLink(link));
        }}
      >
        {texts.shareLink}
      </Button>
      {shareToTeams !== undefined && item.status === 'published' && (
        <Button
          appearance="subtle"
          icon={<ShareRegular />}
          onClick={() => {
            // Whoever closes the dialog without sharing is told nothing: they know.
            shareToTeams(link).catch(() => undefined);
          }}
        >
          {texts.shareToTeams}
        </Button>
      )}
      <span role="status">{shared ? '' : texts.shareRefused}</span>
      {writing !== undefined && (
        <LazyFeedbackDialog
          kind={writing}
          about={{ type: 'libraryItem', itemKey: clientKey, version }}
          aboutLabel={content.title}
          onClose={() => {
            setWriting(undefined);
          }}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { minWidth: 0 },
  back: {
    display: 'none',
    marginBottom: tokens.spacingVerticalS,
    '@media (max-width: 860px)': { display: 'block' },
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    '@media (max-width: 860px)': { padding: tokens.spacingHorizontalL },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});
