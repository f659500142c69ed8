import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { TabAddress } from '@last-mile/shared/feedback';
import type { LibraryItem } from '@last-mile/shared/library';
import { EmptyState } from '@last-mile/shared/ui';
import { lazy, useEffect, useMemo, useState, type ReactNode } from 'react';
import { LatePart } from '../../app/LatePart';
import { Opening } from '../../app/Opening';
import type { ComposeMessage } from './composeMessage';
import type { Begun } from './drawFirstRows';
import { JobFamilyQuestion } from './JobFamilyQuestion';
import { LibraryList, type LibraryFilter } from './LibraryList';
import type { LibrarySnapshot } from './librarySnapshot';
import { libraryTexts } from './libraryTexts';
import { originalKey, variantsOf } from './languageVariants';
import { languageOf } from './messageLanguage';
import { likelyTasks } from './likelyTasks';
import type { OpenItem } from './openItem';
import type { ReadMessage } from './readMessage';
import { readersFamily } from './readersFamily';
import { taskNameIn } from './taskNameIn';
import { TaskQuestion } from './TaskQuestion';
import { useMessageLanguage } from './useMessageLanguage';
import { useMessageContext } from './useMessageContext';
import type { AroundRows } from './useKeepFirstRows';

const loadItemPage = () => import('./ItemPage');
const ItemPage = lazy(async () => ({ default: (await loadItemPage()).ItemPage }));
const AnswerPage = lazy(async () => ({ default: (await import('./AnswerPage')).AnswerPage }));

export interface LibraryPageProps {
  snapshot: LibrarySnapshot;
  message: ComposeMessage | null;
  /** What was begun before the pane was there, and goes on here; null for nothing. */
  begun: Begun | null;
  /** The message that is read; null while one is written, or there is none. */
  reading: ReadMessage | null;
  /** The job family this person chose: '' for none of them, null when never asked. */
  chosenFamily: string | null;
  onChooseFamily: (family: string) => void;
  /** Keeps the rows that the next opening begins with; null while not the usual stands around them. */
  keepFirstRows: ((around: AroundRows) => void) | null;
  /** Keys of what this person used, the latest first. */
  usedLately: readonly string[];
  /** A template was inserted or a prompt copied: it counts. */
  onUsed: (item: LibraryItem) => void;
  onFlag: (item: LibraryItem) => void;
  /** Where Teams has the tab; null where nobody knows. */
  tab: TabAddress | null;
  /** Whom to ask about the item's task; nothing for an item without one. */
  ask: (item: LibraryItem) => ReactNode;
  /** Shown above the list: what does not work at the moment. */
  notice?: ReactNode;
  /** Shown below the list: as of when, what waits to be sent. */
  footer?: ReactNode;
}

const everything: LibraryFilter = { kind: 'template', search: '', taskKey: null };

/** Which template fits this message, and how do I get it in? */
export function LibraryPage(props: LibraryPageProps) {
  const { snapshot, message, reading, chosenFamily, onChooseFamily } = props;
  const styles = useStyles();
  const known = useMessageContext(message);
  const context = reading?.answer ?? known.context;
  const language = useMessageLanguage(message, context, snapshot.items);
  const pressed = props.begun?.pressed ?? null;
  const [filter, setFilter] = useState({ ...everything, search: props.begun?.search.text ?? '' });
  const [openKey, setOpenKey] = useState(pressed);
  const [lastOpened, setLastOpened] = useState(pressed);
  // What was typed into a form survives a look at the list, and another language of the same item.
  const [edits, setEdits] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>(
    {},
  );

  const taskName = useMemo(() => taskNameIn(snapshot), [snapshot]);

  // The list stands before the code of the form is asked for, and that before an item is opened.
  useEffect(() => {
    loadItemPage().catch(() => undefined);
  }, []);

  const families = snapshot.me.programme?.jobFamilies ?? [];
  const family = readersFamily(chosenFamily, snapshot.me);
  if (family === null) {
    return <JobFamilyQuestion families={families} onChoose={onChooseFamily} />;
  }

  const tasks = likelyTasks(snapshot.workflows, {
    family,
    subject: known.context?.subject ?? '',
  });
  const taskQuestion =
    message === null || known.context === null || tasks.length === 0 ? null : (
      <TaskQuestion
        key={message.key}
        tasks={tasks}
        answer={taskName(known.context.taskKey)}
        onAnswer={(taskKey) => {
          // Where Outlook does not keep it, the question simply stays.
          void message
            .rememberTask(taskKey)
            .catch(() => undefined)
            .then(known.readAgain);
        }}
      />
    );

  const item = snapshot.items.find(({ clientKey }) => clientKey === openKey);
  if (item !== undefined) {
    const open: OpenItem = {
      item,
      taskName: taskName(item.content.taskKey),
      tab: props.tab,
      variants: variantsOf(item, snapshot.items),
      languageBecause:
        languageOf(item.content.language) === language.wanted[0] ? language.because : null,
      onChooseLanguage: (variant) => {
        language.choose(languageOf(variant.content.language));
        setOpenKey(variant.clientKey);
      },
      edits: edits[originalKey(item)] ?? {},
      onEdit: (name, value) => {
        setEdits((before) => ({
          ...before,
          [originalKey(item)]: { ...before[originalKey(item)], [name]: value },
        }));
      },
      onUsed: () => {
        props.onUsed(item);
        known.readAgain();
      },
      onFlag: () => {
        props.onFlag(item);
      },
      onBack: () => {
        setOpenKey(null);
      },
      ask: props.ask(item),
    };
    return (
      <LatePart fallback={<Opening label={libraryTexts.loading} />}>
        {reading !== null && item.content.kind === 'template' ? (
          <AnswerPage key={`${item.clientKey} ${reading.key}`} message={reading} {...open} />
        ) : (
          <ItemPage
            key={`${item.clientKey} ${message?.key ?? ''}`}
            message={message}
            context={context}
            taskQuestion={taskQuestion}
            onFailed={known.readAgain}
            onTakenOut={known.readAgain}
            {...open}
          />
        )}
      </LatePart>
    );
  }

  if (openKey !== null) {
    return (
      <main aria-label={libraryTexts.page}>
        <EmptyState
          title={libraryTexts.withdrawn}
          action={
            <Button
              onClick={() => {
                setOpenKey(null);
              }}
            >
              {libraryTexts.back}
            </Button>
          }
        >
          {libraryTexts.withdrawnHint}
        </EmptyState>
      </main>
    );
  }

  return (
    <LibraryList
      snapshot={snapshot}
      families={families}
      family={family}
      onChooseFamily={onChooseFamily}
      filter={filter}
      onFilter={(change) => {
        setFilter((before) => ({ ...before, ...change }));
      }}
      context={context}
      languages={language.wanted}
      usedLately={props.usedLately}
      inserted={new Set(known.inserted.map(({ itemKey }) => itemKey))}
      startAt={lastOpened}
      // Who comes back from an item begins anew.
      begun={lastOpened === null ? props.begun : null}
      keepFirstRows={props.keepFirstRows}
      onOpen={(key) => {
        setLastOpened(key);
        setOpenKey(key);
        // The subject may have been typed since, and Outlook tells of no such change.
        known.readAgain();
      }}
      taskName={taskName}
      notice={props.notice}
      question={taskQuestion !== null && <div className={styles.question}>{taskQuestion}</div>}
      footer={props.footer}
    />
  );
}

const useStyles = makeStyles({
  question: {
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalL,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
});
