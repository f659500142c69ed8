import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { failureInWords } from '@last-mile/shared/ui';
import type { ReactNode } from 'react';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import { useFocusWhenGone } from '../../../app/useFocusWhenGone';
import { importTexts as texts } from './importTexts';
import type { ImportRun, ImportTally } from './useImportRun';

export interface ImportOutcomeProps<Refused> {
  run: ImportRun<Refused>;
  onGoOn: () => void;
  /** Leads to another import. */
  another: ReactNode;
  /** How many were refused in all, of which only some were sent. */
  refusedOf: (tally: ImportTally<Refused>) => number;
  /** Names what was refused, and why. */
  children: (tally: ImportTally<Refused>) => ReactNode;
}

/** How far an import is, why it stopped, or what it did. */
export function ImportOutcome<Refused>(props: ImportOutcomeProps<Refused>) {
  const { run, onGoOn, another, refusedOf, children } = props;
  const styles = useStyles();
  // The button that was pressed gives way to what it set off.
  const root = useFocusWhenGone<HTMLDivElement>(run.phase);
  return (
    <div ref={root} role="status" tabIndex={-1} className={styles.root}>
      {run.phase === 'running' && (
        <>
          <Text block>{texts.running(run.sent, run.total)}</Text>
          <ProgressBar aria-label={texts.progress} value={run.sent} max={run.total} />
        </>
      )}
      {run.phase === 'stopped' && (
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
      )}
      {run.phase === 'done' && (
        <>
          <Done tally={run.tally} refused={refusedOf(run.tally)} />
          <div className={styles.actions}>
            <LinkButton
              appearance="primary"
              href={toHref({ page: 'library', search: { status: 'draft' } })}
            >
              {texts.showDrafts}
            </LinkButton>
            {another}
          </div>
          {children(run.tally)}
        </>
      )}
    </div>
  );
}

interface DoneProps {
  tally: Pick<ImportTally<unknown>, 'imported' | 'known'>;
  refused: number;
}

function Done({ tally: { imported, known }, refused }: DoneProps) {
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.doneTitle}</MessageBarTitle>{' '}
        {[
          texts.imported(imported),
          ...(known > 0 ? [texts.known(known)] : []),
          ...(refused > 0 ? [texts.refused(refused)] : []),
        ].join('; ')}
        .
      </MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
