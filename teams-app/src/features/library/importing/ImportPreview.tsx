import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ImportIssue, ImportRow, LikeItem } from '@last-mile/shared/library';
import { ImportOutcome } from './ImportOutcome';
import type { ImportPlan } from './importPlan';
import { ImportRowsTable, RefusedRowsTable } from './ImportTables';
import { importTexts as texts } from './importTexts';
import { LikeRowsTable } from './LikeRowsTable';
import type { ImportRun } from './useImportRun';

export interface ImportPreviewProps {
  plan: ImportPlan;
  /** The rows that are like something in the library, as far as that is known yet. */
  alike: { readonly data?: readonly LikeItem[] | undefined; readonly isError: boolean };
  leftOut: ReadonlySet<number>;
  onLeaveOut: (rows: ReadonlySet<number>) => void;
  run: ImportRun<ImportIssue>;
  onStart: (rows: readonly ImportRow[]) => void;
  onGoOn: () => void;
  /** Leaves this file and asks for another. */
  onAnother: () => void;
}

/** What will be imported and what not, then how it went. */
export function ImportPreview(props: ImportPreviewProps) {
  const { plan, alike, leftOut, onLeaveOut, run, onStart, onGoOn, onAnother } = props;
  const styles = useStyles();
  const taken = plan.rows.filter(({ row }) => !leftOut.has(row));
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.previewStep}</Subtitle1>
      <ImportOutcome
        run={run}
        onGoOn={onGoOn}
        another={<Button onClick={onAnother}>{texts.another}</Button>}
        refusedOf={({ refused }) => rowsOf([...plan.refused, ...refused])}
      >
        {({ refused }) => <Refused issues={[...plan.refused, ...refused]} />}
      </ImportOutcome>
      {run.phase === 'ready' && (
        <>
          {plan.rows.length === 0 ? (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{texts.nothingToImport}</MessageBarBody>
            </MessageBar>
          ) : (
            <>
              <div>
                <Button
                  appearance="primary"
                  disabled={taken.length === 0}
                  onClick={() => {
                    onStart(taken);
                  }}
                >
                  {texts.start(taken.length)}
                </Button>
              </div>
              {alike.isError && <Text>{texts.likeUnknown}</Text>}
              {alike.data !== undefined && alike.data.length > 0 && (
                <LikeRowsTable
                  rows={plan.rows}
                  alike={alike.data}
                  leftOut={leftOut}
                  onLeaveOut={onLeaveOut}
                />
              )}
              <ImportRowsTable rows={plan.rows} />
            </>
          )}
          <Refused issues={plan.refused} />
        </>
      )}
    </section>
  );
}

const rowsOf = (issues: readonly ImportIssue[]) => new Set(issues.map(({ row }) => row)).size;

function Refused({ issues }: { issues: readonly ImportIssue[] }) {
  const rows = rowsOf(issues);
  if (rows === 0) return null;
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{texts.refusedTitle(rows)}</MessageBarTitle> {texts.refusedHint}
        </MessageBarBody>
      </MessageBar>
      <RefusedRowsTable issues={issues} />
    </>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
