import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { WorkCause, WorkLine, WorkListResponse, WorkMark } from '@last-mile/shared/programme';
import { EmptyState, failureInWords } from '@last-mile/shared/ui';
import { useEffect, useRef } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { useFocusWhenGone } from '../../../app/useFocusWhenGone';
import { PutAway } from './PutAway';
import { useMarks } from './useMarks';
import { WeekGroup } from './WeekGroup';
import { lineActionId } from './WeekLine';
import { weekTexts as texts } from './weekTexts';

/** The lines of the week by how pressing they are, and what was said of the last one. */
export function WeekLines({ week: { lines, putAway } }: { week: WorkListResponse }) {
  const styles = useStyles();
  const { marking, mark } = useMarks();
  const root = useNextLineFocus(lines, marking.variables?.line.key);
  const said = marking.data === undefined ? undefined : marking.variables;
  return (
    <div className={styles.root} ref={root} tabIndex={-1}>
      {lines.length === 0 && <NothingToDo putAway={putAway} />}
      {groups.map(({ name, has }) => (
        <WeekGroup
          key={name}
          title={texts.groups[name]}
          lines={lines.filter(({ cause }) => has(cause))}
          onMark={mark}
        />
      ))}
      {marking.isError && (
        <FailureNotice title={texts.notMarked}>{failureInWords(marking.error)}</FailureNotice>
      )}
      <div className={styles.said}>
        <Text role="status">
          {said === undefined ? (
            ''
          ) : (
            <Said mark={said.mark} gone={marking.data?.state === 'gone'} />
          )}
        </Text>
        {said !== undefined && said.mark.as !== 'open' && marking.data?.state !== 'gone' && (
          <Button
            size="small"
            onClick={() => {
              mark(said.line, { as: 'open' });
            }}
          >
            {texts.undo}
          </Button>
        )}
      </div>
      <PutAway lines={putAway} onTakeBack={mark} />
    </div>
  );
}

const isOf =
  (...kinds: readonly WorkCause['kind'][]) =>
  (cause: WorkCause) =>
    kinds.includes(cause.kind);
const reachedClient = (cause: WorkCause) => cause.kind === 'overdueFeedback' && cause.reachedClient;
const isAwaited = isOf(
  ...(['overdueFeedback', 'endingOpen', 'checkpointOpen', 'decisionToLookAt'] as const),
);

/** As the list is ordered: together they are all of it. */
const groups = [
  { name: 'client', has: reachedClient },
  { name: 'waiting', has: (cause: WorkCause) => isAwaited(cause) && !reachedClient(cause) },
  { name: 'going', has: (cause: WorkCause) => !isAwaited(cause) },
] as const;

function Said({ mark, gone }: { mark: WorkMark['mark']; gone: boolean }) {
  const { formats } = useSession();
  if (gone) return texts.gone;
  switch (mark.as) {
    case 'done':
      return texts.isDone;
    case 'snoozed':
      return texts.isSnoozed(formats.day(mark.until));
    case 'notRelevant':
      return texts.isNotRelevant;
    case 'open':
      return '';
  }
}

/** An empty list says what comes next. */
function NothingToDo({ putAway }: Pick<WorkListResponse, 'putAway'>) {
  const { formats } = useSession();
  const until = putAway
    .flatMap(({ mark }) => (mark.as === 'snoozed' ? mark.until : []))
    .sort()
    .at(0);
  return (
    <EmptyState title={texts.emptyTitle}>
      {texts.empty} {until !== undefined && texts.emptyUntil(formats.day(until))}
    </EmptyState>
  );
}

/** Once a line is marked away, the focus goes to the one that follows it. */
function useNextLineFocus(lines: readonly WorkLine[], marked: string | undefined) {
  const before = useRef(lines);
  const root = useFocusWhenGone<HTMLDivElement>(lines.length);
  useEffect(() => {
    const at = before.current.findIndex(({ key }) => key === marked);
    const isGone = at >= 0 && !lines.some(({ key }) => key === marked);
    const next = before.current
      .slice(at + 1)
      .find(({ key }) => lines.some((one) => one.key === key));
    const taker = next ?? lines.at(-1);
    before.current = lines;
    const hasNoFocus = document.activeElement === document.body;
    if (!isGone || taker === undefined) return;
    if (hasNoFocus || document.activeElement === root.current) {
      document.getElementById(lineActionId(taker))?.focus();
    }
  }, [lines, marked, root]);
  return root;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    outlineStyle: 'none',
  },
  said: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    ':empty': { display: 'none' },
  },
});
