import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { canSeeCases } from '@last-mile/shared/feedback';
import { ClipboardTaskRegular } from '@fluentui/react-icons/svg/clipboard-task';
import { FlagRegular } from '@fluentui/react-icons/svg/flag';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { ShareRegular } from '@fluentui/react-icons/svg/share';
import type { LibraryItem } from '@last-mile/shared/library';
import type { Workflow } from '@last-mile/shared/workflows';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LazyAskSomeone } from '../../app/LazyAskSomeone';
import { LazyFeedbackDialog } from '../../app/LazyFeedbackDialog';
import { LazyParagraphHeat } from '../../app/LazyParagraphHeat';
import { LinkButton } from '../../app/LinkButton';
import { OpenCard, OpenOfList } from '../../app/OpenOfList';
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
  const { api } = useSession();
  const query = useQuery(libraryQueries.item(api, clientKey));
  return (
    <OpenOfList
      label={texts.item}
      query={query}
      backHref={toHref({ page: 'library' })}
      back={texts.back}
      loading={texts.loadingItem}
      gone={{ title: texts.notFoundTitle, text: texts.notFound }}
    >
      {(item) => (
        <Item
          item={item}
          task={tasks.find((task) => task.clientKey === item.content.taskKey)}
          compared={compared}
          onTask={onTask}
        />
      )}
    </OpenOfList>
  );
}

function Item({
  item,
  task,
  compared,
  onTask,
}: ItemFactsProps & Pick<LibraryDetailProps, 'compared'>) {
  const { may } = useSession();
  const answersFor = may.champion && item.sharedFrom === null;
  return (
    <OpenCard gap="XL">
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
    </OpenCard>
  );
}

function ItemActions({ item }: { item: LibraryItem }) {
  const styles = useStyles();
  const { shareLink, shareToTeams, user, may } = useSession();
  const [writing, setWriting] = useState<'flag' | 'suggestion'>();
  const [shared, setShared] = useState(true);
  const { clientKey, content, version, sharedFrom } = item;
  const viewer = { userId: user.userId, champion: may.champion };
  const hasCaseBook = version > 0 && sharedFrom === null;
  const seesCases = hasCaseBook && canSeeCases({ ownerId: item.owner?.userId ?? null }, viewer);
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
      {seesCases && (
        <LinkButton
          icon={<ClipboardTaskRegular />}
          href={toHref({ page: 'caseBook', itemKey: clientKey })}
        >
          {texts.caseBook}
        </LinkButton>
      )}
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
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});
