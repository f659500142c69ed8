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
import type { ImportIssue } from '@last-mile/shared/library';
import { LinkButton } from '../../app/LinkButton';
import { toHref } from '../../app/routes';
import type { ImportPlan } from './importPlan';
import { ImportRowsTable, RefusedRowsTable } from './ImportTables';
import { importTexts as texts } from './importTexts';
import type { ImportRun, ImportTally } from './useImportRun';

export interface ImportPreviewProps {
  plan: ImportPlan;
  run: ImportRun;
  onStart: () => void;
  onGoOn: () => void;
  /** Leaves this file and asks for another. */
  onAnother: () => void;
}

/** What will be imported and what not, then how it went. */
export function ImportPreview({ plan, run, onStart, onGoOn, onAnother }: ImportPreviewProps) {
  const styles = useStyles();
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
                <Button appearance="primary" onClick={onStart}>
                  {texts.start(plan.rows.length)}
                </Button>
              </div>
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
            {run.error instanceof Error ? run.error.message : ''} {texts.stopped}
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
        <LinkButton appearance="primary" href={toHref({ page: 'library', status: 'draft' })}>
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
