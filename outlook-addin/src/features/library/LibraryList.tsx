import { Button, Tab, TabList, Text } from '@fluentui/react-components';
import { libraryItemKinds, type LibraryItemKind } from '@last-mile/shared/library';
import type { JobFamily } from '@last-mile/shared/programme';
import { EmptyState } from '@last-mile/shared/ui';
import { useDeferredValue, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { MessageContext } from './composeMessage';
import type { Begun } from './drawFirstRows';
import { arrangeLibrary, type ItemGroup } from './libraryArrangement';
import { LibraryFilters } from './LibraryFilters';
import { useLibraryListStyles } from './LibraryList.styles';
import { LibraryRows, optionId } from './LibraryRows';
import { LibrarySearch } from './LibrarySearch';
import type { LibrarySnapshot } from './librarySnapshot';
import { libraryTexts as texts } from './libraryTexts';
import { useItemSearch } from './useItemSearch';
import { useKeepFirstRows, type AroundRows } from './useKeepFirstRows';

export interface LibraryFilter {
  readonly kind: LibraryItemKind;
  readonly search: string;
  readonly taskKey: string | null;
}

export interface LibraryListProps {
  snapshot: LibrarySnapshot;
  families: readonly JobFamily[];
  /** Id of the reader's job family, '' for none. */
  family: string;
  onChooseFamily: (family: string) => void;
  filter: LibraryFilter;
  onFilter: (change: Partial<LibraryFilter>) => void;
  /** What the open message tells; null for none. */
  context: MessageContext | null;
  /** Languages the message asks for, the best first. */
  languages: readonly string[];
  /** Keys of what this person used, the latest first. */
  usedLately: readonly string[];
  /** Keys of templates inserted into the open message. */
  inserted: ReadonlySet<string>;
  /** Key of the item to begin at: the one the person comes back from. */
  startAt: string | null;
  onOpen: (key: string) => void;
  /** What was begun in the first rows; null for nothing. */
  begun: Begun | null;
  keepFirstRows: ((around: AroundRows) => void) | null;
  taskName: (taskKey: string | null) => string;
  notice?: ReactNode;
  /** A quiet question about the message, above the footer. */
  question?: ReactNode;
  footer?: ReactNode;
}

/** Rows drawn at first; the others are one press away. */
const rowsAtFirst = 60;

/** Rows of the very first paint: more than a pane has room for. */
const rowsInView = 15;

/** Templates first those that fit; typing searches, arrows choose, Enter opens. */
export function LibraryList(props: LibraryListProps) {
  const {
    snapshot,
    families,
    family,
    filter,
    onFilter,
    context,
    languages,
    usedLately,
    taskName,
    onOpen,
  } = props;
  const styles = useLibraryListStyles();
  const listId = useId();
  const [activeKey, setActiveKey] = useState(props.startAt ?? props.begun?.chosen ?? null);
  const [limit, setLimit] = useState(rowsAtFirst);
  const page = useRef<HTMLElement>(null);
  useKeepFirstRows(page, props.keepFirstRows);

  const search = useItemSearch(snapshot);
  const groups = useMemo(
    () =>
      arrangeLibrary(snapshot.items, {
        ...filter,
        found: filter.search === '' ? undefined : search?.(filter.search),
        jobFamily: family === '' ? null : family,
        message: context,
        languages,
        usedLately,
        taskName,
      }),
    [snapshot.items, filter, search, family, context, languages, usedLately, taskName],
  );
  const found = groups.reduce((sum, { items }) => sum + items.length, 0);
  const drawn = useDeferredValue(limit, props.startAt === null ? rowsInView : limit);
  const shown = firstRows(groups, drawn);
  const keys = shown.flatMap(({ items }) => items.map(({ clientKey }) => clientKey));
  const active = activeKey !== null && keys.includes(activeKey) ? activeKey : (keys[0] ?? null);
  const ofKind = snapshot.items.filter(({ content }) => content.kind === filter.kind);
  const tasks = tasksOf(snapshot, ofKind, family);

  const change = (part: Partial<LibraryFilter>) => {
    setActiveKey(null);
    setLimit(rowsAtFirst);
    onFilter(part);
  };

  return (
    <main ref={page} className={styles.root} aria-label={texts.page}>
      <div className={styles.head}>
        <TabList
          size="small"
          className={styles.kinds}
          aria-label={texts.kindsLabel}
          selectedValue={filter.kind}
          onTabSelect={(_, { value }) => {
            change({ kind: value === 'prompt' ? 'prompt' : 'template', taskKey: null });
          }}
        >
          {[...libraryItemKinds].reverse().map((kind) => (
            <Tab key={kind} value={kind}>
              {texts.kinds[kind]}
            </Tab>
          ))}
        </TabList>
        <LibrarySearch
          label={texts.search[filter.kind]}
          value={filter.search}
          listId={listId}
          activeId={active === null ? null : optionId(listId, active)}
          onSearch={(search) => {
            change({ search });
          }}
          onMove={(steps) => {
            const at = active === null ? -1 : keys.indexOf(active);
            const next = Math.min(Math.max(at + steps, 0), keys.length - 1);
            setActiveKey(keys[next] ?? null);
          }}
          onOpen={() => {
            if (active !== null) onOpen(active);
          }}
          begun={props.begun?.search ?? null}
        />
        <LibraryFilters
          families={families}
          family={family}
          onChooseFamily={(chosen) => {
            setActiveKey(null);
            props.onChooseFamily(chosen);
          }}
          tasks={tasks}
          taskKey={filter.taskKey}
          onChooseTask={(taskKey) => {
            change({ taskKey });
          }}
        />
      </div>
      {props.notice}
      <Text role="status" className={styles.heardOnly}>
        {texts.found(filter.kind, found)}
      </Text>
      <LibraryRows
        id={listId}
        label={texts.list[filter.kind]}
        groups={shown}
        familyName={families.find(({ id }) => id === family)?.name ?? ''}
        families={families}
        activeKey={active}
        inserted={props.inserted}
        taskName={taskName}
        onOpen={onOpen}
      />
      {found > limit && (
        <Button
          appearance="subtle"
          className={styles.more}
          onClick={() => {
            setLimit(found);
          }}
        >
          {texts.showMore(found - limit)}
        </Button>
      )}
      {found === 0 && ofKind.length > 0 && (
        <EmptyState
          title={texts.nothingFound}
          action={
            <Button
              onClick={() => {
                change({ search: '', taskKey: null });
              }}
            >
              {texts.clearFilters}
            </Button>
          }
        >
          {texts.nothingFoundHint}
        </EmptyState>
      )}
      {ofKind.length === 0 && (
        <EmptyState title={texts.empty[filter.kind]}>{texts.emptyHint[filter.kind]}</EmptyState>
      )}
      {snapshot.total > snapshot.items.length && (
        <Text size={200} className={styles.note}>
          {texts.partOfLibrary(snapshot.items.length, snapshot.total)}
        </Text>
      )}
      <div className={styles.push} />
      <div className={styles.foot}>
        {props.question}
        {props.footer}
      </div>
    </main>
  );
}

function firstRows(groups: readonly ItemGroup[], limit: number): ItemGroup[] {
  let left = limit;
  const shown: ItemGroup[] = [];
  for (const group of groups) {
    const part = group.items.slice(0, left);
    left -= part.length;
    if (part.length > 0) shown.push({ ...group, items: part });
  }
  return shown;
}

/** Tasks that some item serves, those of the reader's job family first. */
function tasksOf(snapshot: LibrarySnapshot, items: LibrarySnapshot['items'], family: string) {
  const served = new Set(items.map(({ content }) => content.taskKey));
  const mine = (jobFamily: string) => (jobFamily === family ? 0 : 1);
  return snapshot.workflows
    .filter(({ clientKey }) => served.has(clientKey))
    .sort((a, b) => mine(a.jobFamily) - mine(b.jobFamily) || a.task.localeCompare(b.task));
}
