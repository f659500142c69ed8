import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { QueueItem, TriageAct } from '@last-mile/shared/feedback';
import { useEffect, useRef } from 'react';
import { buttonRow } from '../../../app/panel';
import { useSession, type Session } from '../../../app/session';
import { feedbackTexts } from '../feedbackTexts';
import { reasonOf } from '../queue/QueueRow';
import { triageTexts as texts } from './triageTexts';
import type { Attempt, Overtaken } from './useTriage';

export interface ChangedMeanwhileProps {
  overtaken: Overtaken;
  busy: boolean;
  /** Does it all the same, to what it is now. */
  onMine: (attempt: Attempt) => void;
  onTheirs: () => void;
}

type Field = keyof typeof texts.fields;

/** What was read beside what it is now: do what I was about to do all the same, or leave it? */
export function ChangedMeanwhile({ overtaken, busy, onMine, onTheirs }: ChangedMeanwhileProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    root.current?.focus();
  }, []);
  const before = shownOf(overtaken.read, formats);
  const after = shownOf(overtaken.now, formats);
  const changed = (Object.keys(before) as Field[]).filter(
    (field) => before[field] !== after[field],
  );
  const words = wordsOf(overtaken.act);
  return (
    <section
      ref={root}
      tabIndex={-1}
      role="alert"
      aria-labelledby="changed-title"
      className={styles.root}
    >
      <Subtitle2 as="h3" id="changed-title">
        {texts.conflictTitle}
      </Subtitle2>
      <Text>{texts.conflict}</Text>
      {changed.length === 0 ? (
        <Text>{texts.conflictSame}</Text>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <td />
                <th scope="col" className={styles.cell}>
                  {texts.asYouRead}
                </th>
                <th scope="col" className={styles.cell}>
                  {texts.asItIs}
                </th>
              </tr>
            </thead>
            <tbody>
              {changed.map((field) => (
                <tr key={field}>
                  <th scope="row" className={styles.cell}>
                    {texts.fields[field]}
                  </th>
                  <td className={styles.cell}>{before[field]}</td>
                  <td className={styles.cell}>{after[field]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div>
        <Text weight="semibold" block>
          {texts.yours}
        </Text>
        <Text className={styles.words}>{words}</Text>
      </div>
      <div className={styles.choices}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => {
            onMine({ read: overtaken.now, act: overtaken.act });
          }}
        >
          {texts.doMine}
        </Button>
        <Button onClick={onTheirs}>{texts.leaveTheirs}</Button>
      </div>
    </section>
  );
}

/** What somebody sees of an item that another one can change. */
function shownOf(item: QueueItem, { day }: Session['formats']): Record<Field, string> {
  const { state, vendor, outcome } = item;
  const said = (words: string | null | undefined) => words ?? texts.nothing;
  return {
    state: feedbackTexts.states[state],
    text: item.text,
    reason: reasonOf(item),
    reachedClient: item.reachedClient ? texts.yes : texts.no,
    assignee: item.assignee?.name ?? texts.nobody,
    outcome: outcome === null ? texts.nothing : texts.outcomes[outcome],
    outcomeReference: said(item.outcomeReference),
    outcomeNote: said(item.outcomeNote),
    vendor: said(vendor && [vendor.reference, vendor.answer].filter(Boolean).join(': ')),
    dueOn: day(item.dueOn),
    merged: item.mergedInto === null ? texts.nothing : texts.anotherOne,
  };
}

/** The act in words, with everything that was written for it. */
function wordsOf(act: TriageAct): string {
  if (act.do === 'unmerge') return texts.unmerge;
  const more =
    act.do === 'close' ? [texts.outcomes[act.outcome.route], ...writtenIn(act.outcome)] : [];
  return [texts.acts[act.do], ...more, ...('note' in act && act.note ? [act.note] : [])].join(
    ' · ',
  );
}

/** What somebody wrote or chose in words, without keys. */
function writtenIn(outcome: Extract<TriageAct, { do: 'close' }>['outcome']): string[] {
  switch (outcome.route) {
    case 'promptAdjusted':
      return [texts.versionNumber(outcome.version)];
    case 'workflowChanged':
      return [outcome.change];
    case 'trainingChanged':
      return [outcome.training];
    case 'vendor':
      return [outcome.reference, outcome.answer];
    case 'declined':
      return [outcome.reason];
  }
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorPaletteDarkOrangeBorderActive}`,
    outlineStyle: 'none',
  },
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: {
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalL,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  choices: buttonRow,
});
