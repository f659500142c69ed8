import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import type { CopyResponse, LentItem } from '@last-mile/shared/library';
import { ImportOutcome } from '../importing/ImportOutcome';
import type { ImportRun } from '../importing/useImportRun';
import { copyTexts as texts } from './copyTexts';

type Refused = CopyResponse['refused'][number];

export interface CopyRunProps {
  chosen: readonly LentItem[];
  run: ImportRun<Refused>;
  onStart: (batches: readonly LentItem[][]) => void;
  onGoOn: () => void;
  /** Begins anew, with nothing chosen. */
  onAgain: () => void;
}

/** Copies what is chosen, and says how it went. */
export function CopyRun({ chosen, run, onStart, onGoOn, onAgain }: CopyRunProps) {
  const styles = useStyles();
  const titles = new Map(chosen.map(({ clientKey, title }) => [clientKey, title]));
  if (chosen.length === 0) return null;
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.copyStep}</Subtitle1>
      {run.phase === 'ready' && (
        <div>
          <Button
            appearance="primary"
            onClick={() => {
              onStart(toBatches(chosen));
            }}
          >
            {texts.start(chosen.length)}
          </Button>
        </div>
      )}
      <ImportOutcome
        run={run}
        onGoOn={onGoOn}
        another={<Button onClick={onAgain}>{texts.again}</Button>}
        refusedOf={({ refused }) => refused.length}
      >
        {({ refused }) =>
          refused.length > 0 && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{texts.notCopied(refused.length)}</MessageBarTitle>
                <ul className={styles.reasons}>
                  {refused.map(({ clientKey, reason }) => (
                    <li key={clientKey}>
                      {texts.notCopiedBecause(titles.get(clientKey) ?? '', texts.reasons[reason])}
                    </li>
                  ))}
                </ul>
              </MessageBarBody>
            </MessageBar>
          )
        }
      </ImportOutcome>
    </section>
  );
}

/** Few enough to see progress. */
const itemsPerBatch = 25;

/** Originals go before what says them in another language, so that the link is kept. */
function toBatches(chosen: readonly LentItem[]): LentItem[][] {
  const ordered = [...chosen].sort(
    (one, other) => Number(one.isTranslation) - Number(other.isTranslation),
  );
  return Array.from({ length: Math.ceil(ordered.length / itemsPerBatch) }, (_, at) =>
    ordered.slice(at * itemsPerBatch, (at + 1) * itemsPerBatch),
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  reasons: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
