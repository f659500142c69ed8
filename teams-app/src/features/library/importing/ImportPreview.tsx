import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ImportIssue, ImportRow, LikeItem } from '@last-mile/shared/library';
import { failureInWords } from '@last-mile/shared/ui';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import type { ImportPlan } from './importPlan';
import { ImportRowsTable, RefusedRowsTable } from './ImportTables';
import { importTexts as texts } from './importTexts';
import { LikeRowsTable } from './LikeRowsTable';
import type { ImportRun, ImportTally } from './useImportRun';

export interface ImportPreviewProps {
  plan: ImportPlan;
  /** The rows that are like something in the library, as far as that is known yet. */
  alike: { readonly data?: readonly LikeItem[] | undefined; readonly isError: boolean };
  leftOut: ReadonlySet<number>;
  onLeaveOut: (rows: ReadonlySet<number>) => void;
  run: ImportRun;
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
      <div role="status" className={styles.outcome}>
        <Outcome run={run} onGoOn={onGoOn} onAnother={onAnother} refusedBefore={plan.refused} />
      </div>
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

interface OutcomeProps extends Pick<ImportPreviewProps, 'run' | 'onGoOn' | 'onAnother'> {
  refusedBefore: readonly ImportIssue[];
}

function Outcome({ run, onGoOn, onAnother, refusedBefore }: OutcomeProps) {
  switch (run.phase) {
    case 'ready':
      return null;
    case 'running':
      return (
        <>
          <Text block>{texts.running(run.sent, run.total)}</Text>
          <ProgressBar aria-label={texts.progress} value={run.sent} max={run.total} />
        </>
      );
    case 'stopped':
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.stoppedTitle(run.sent, run.total)}</MessageBarTitle>{' '}
            {failureInWords(run.error)} {texts.stopped}
          </MessageBarBody>
          <MessageBarActions>
            <Button appearance="primary" onClick={onGoOn}>
              {texts.goOn}
            </Button>
          </MessageBarActions>
        </MessageBar>
      );
    case 'done':
      return (
        <Summary
          tally={run.tally}
          refused={[...refusedBefore, ...run.tally.refused]}
          onAnother={onAnother}
        />
      );
  }
}

interface SummaryProps extends Pick<ImportPreviewProps, 'onAnother'> {
  tally: ImportTally;
  refused: readonly ImportIssue[];
}

function Summary({ tally, refused, onAnother }: SummaryProps) {
  const styles = useStyles();
  const refusedRows = new Set(refused.map(({ row }) => row)).size;
  return (
    <>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{texts.doneTitle}</MessageBarTitle>{' '}
          {[
            texts.imported(tally.imported),
            ...(tally.known > 0 ? [texts.known(tally.known)] : []),
            ...(refusedRows > 0 ? [texts.refused(refusedRows)] : []),
          ].join('; ')}
          .
        </MessageBarBody>
      </MessageBar>
      <div className={styles.actions}>
        <LinkButton
          appearance="primary"
          href={toHref({ page: 'library', search: { status: 'draft' } })}
        >
          {texts.showDrafts}
        </LinkButton>
        <Button onClick={onAnother}>{texts.another}</Button>
      </div>
      <Refused issues={refused} />
    </>
  );
}

function Refused({ issues }: { issues: readonly ImportIssue[] }) {
  const rows = new Set(issues.map(({ row }) => row)).size;
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
  outcome: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
