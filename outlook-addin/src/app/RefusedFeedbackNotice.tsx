import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { RefusedFeedback, UnsentQueue } from '@last-mile/shared/client';
import { refusalInWords } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { paneTexts as texts } from './paneTexts';

/** Words that were kept, sent later and refused: shown with the reason until their author lets go of them. */
export function RefusedFeedbackNotice({
  queue,
}: {
  queue: Pick<UnsentQueue, 'refused' | 'discardRefused'>;
}) {
  const styles = useStyles();
  const refused = useQuery({ queryKey: ['refusedFeedback'], queryFn: () => queue.refused() });
  const first: RefusedFeedback | undefined = refused.data?.[0];
  if (first === undefined) return null;
  return (
    <MessageBar className={styles.notice} intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle className={styles.title}>
          {texts.refused(refused.data?.length ?? 1)}
        </MessageBarTitle>{' '}
        {refusalInWords(first.refusal)} <q className={styles.words}>{first.request.text}</q>
      </MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          onClick={() => {
            void queue.discardRefused(first.request.clientKey).then(() => refused.refetch());
          }}
        >
          {texts.discard}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  title: { display: 'block' },
  notice: { marginBlock: tokens.spacingVerticalS, marginInline: tokens.spacingHorizontalM },
  words: { overflowWrap: 'anywhere' },
});
