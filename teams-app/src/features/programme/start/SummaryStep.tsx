import { Button, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import type { StartGap } from '@last-mile/shared/programme';
import { failureInWords } from '@last-mile/shared/ui';
import { useRef } from 'react';
import { DataTable } from '../../../app/DataTable';
import { FailureNotice } from '../../../app/FailureNotice';
import type { DraftLine } from './draftInWords';
import { guidedStartTexts as texts } from './guidedStartTexts';

export interface SummaryStepProps {
  lines: readonly DraftLine[];
  gaps: readonly StartGap[];
  starting: { readonly isPending: boolean; readonly error: unknown };
  onFill: (gap: StartGap) => void;
  onStart: () => void;
}

/** All that was said, what is missing with the way to it, and the start. */
export function SummaryStep({ lines, gaps, starting, onFill, onStart }: SummaryStepProps) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  return (
    <>
      <DataTable
        caption={texts.said}
        columns={[
          { key: 'part', title: texts.part },
          { key: 'said', title: texts.said },
        ]}
        rows={lines.map(({ label, said }) => ({
          key: label,
          cells: [label, said ?? texts.nothingSaid],
        }))}
      />
      {gaps.length > 0 && (
        <section className={styles.gaps}>
          <Subtitle2 as="h3">{texts.missing}</Subtitle2>
          <ul ref={list} className={styles.list}>
            {gaps.map((gap) => (
              <li key={gap}>
                <Button
                  appearance="subtle"
                  onClick={() => {
                    onFill(gap);
                  }}
                >
                  {texts.gaps[gap]}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {starting.error !== null && <FailureNotice>{failureInWords(starting.error)}</FailureNotice>}
      <div>
        <Button
          appearance="primary"
          disabledFocusable={starting.isPending}
          {...(starting.isPending && { icon: <Spinner size="tiny" /> })}
          onClick={() => {
            if (gaps.length === 0) onStart();
            else list.current?.querySelector('button')?.focus();
          }}
        >
          {starting.isPending ? texts.starting : texts.start}
        </Button>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  gaps: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});
