import {
  Badge,
  Caption1,
  Link,
  makeStyles,
  Text,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import type { ItemProvenance, LibraryItem } from '@last-mile/shared/library';
import type { Workflow } from '@last-mile/shared/workflows';
import { Fragment, type ReactNode } from 'react';
import { jobFamilyName } from '../../app/jobFamilyName';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { isPastReview } from './libraryDates';
import { libraryTexts as texts } from './libraryTexts';

export interface ItemFactsProps {
  item: LibraryItem;
  task: Workflow | undefined;
  /** Shows what else serves a task. */
  onTask: (taskKey: string) => void;
}

/** What an item is: its title, what it is for, who answers for it and how fresh it is. */
export function ItemFacts({ item, task, onTask }: ItemFactsProps) {
  const styles = useStyles();
  const { formats, programme } = useSession();
  const { content } = item;
  const families = content.jobFamilies.map((id) => jobFamilyName(programme, id));
  const taskName = task?.task ?? item.sharedFrom?.task;
  const late = isPastReview(item, programme.timeZone);
  const facts: ReactNode[] = [
    item.author.name === null ? texts.authorUnknown : texts.author(item.author.name),
    ...(item.version > 0 ? [texts.version(item.version)] : []),
    ...(item.reviewOn !== null && !late ? [texts.reviewOn(formats.day(item.reviewOn))] : []),
    families.length === 0 ? texts.forEveryone : families.join(', '),
    ...(content.assistant === null ? [] : [texts.usedIn(content.assistant)]),
    ...(item.copiedFrom === null
      ? []
      : [texts.copiedFrom(item.copiedFrom, formats.moment(item.copiedFrom.at))]),
    ...comesFrom(item.provenance),
    ...(isWebAddress(item.sourceUrl)
      ? [
          <Link key="source" inline href={item.sourceUrl} target="_blank" rel="noreferrer">
            {texts.source}
          </Link>,
        ]
      : []),
  ];
  return (
    <header className={styles.root}>
      <div className={styles.badges}>
        <Badge appearance="outline" color="informative">
          {texts.kinds[content.kind]}
        </Badge>
        {item.sharedFrom !== null && (
          <Badge appearance="tint" color="brand">
            {texts.sharedFrom(item.sharedFrom.name)}
          </Badge>
        )}
        {item.status !== 'published' && (
          <Badge appearance="tint" color="informative">
            {texts.statuses[item.status]}
          </Badge>
        )}
        {late && item.reviewOn !== null && (
          <Badge appearance="tint" color="warning">
            {texts.pastReview(formats.day(item.reviewOn))}
          </Badge>
        )}
      </div>
      <Subtitle1 as="h2" block lang={content.language}>
        {content.title}
      </Subtitle1>
      {content.purpose !== '' && (
        <Text className={styles.purpose} lang={content.language}>
          {content.purpose}
        </Text>
      )}
      {taskName != null && (
        <Text>
          <Text weight="semibold">{texts.forTask}:</Text>{' '}
          {task === undefined ? (
            taskName
          ) : (
            <Link
              inline
              onClick={() => {
                onTask(task.clientKey);
              }}
            >
              {taskName}
            </Link>
          )}
          {task !== undefined && (
            <>
              {' · '}
              <Link inline href={toHref({ page: 'workflow', clientKey: task.clientKey })}>
                {texts.howDone}
              </Link>
            </>
          )}
        </Text>
      )}
      <Caption1 className={styles.facts}>
        {facts.map((fact, index) => (
          <Fragment key={index}>
            {index > 0 && <span aria-hidden> · </span>}
            {fact}
          </Fragment>
        ))}
      </Caption1>
    </header>
  );
}

/** Imported addresses come from files: only web addresses become links. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}

/** The session it was written in, or which it comes from. */
function comesFrom({ origin, sessionKey: clientKey }: ItemProvenance) {
  if (clientKey === null) return [];
  const [page, words] =
    origin === 'practice'
      ? (['practiceSession', texts.fromPractice] as const)
      : (['librarySessions', texts.fromSession] as const);
  return [
    <Link key="session" inline href={toHref({ page, clientKey })}>
      {words}
    </Link>,
  ];
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  purpose: { whiteSpace: 'pre-wrap', color: tokens.colorNeutralForeground2 },
  facts: { color: tokens.colorNeutralForeground2 },
});
