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
import { useState } from 'react';
import { copyText } from '../../app/clipboard';
import { useSession } from '../../app/session';
import { useUnsent } from '../../app/useUnsent';
import { feedbackTexts as texts } from './feedbackTexts';

const none: readonly RefusedFeedback[] = [];
const refusedWords = (queue: UnsentQueue): Promise<readonly RefusedFeedback[]> => queue.refused();

/** Words that were refused when they were sent later: kept for their author, never thrown away silently. */
export function RefusedWords() {
  const styles = useStyles();
  const { queue } = useSession();
  const refused = useUnsent(refusedWords, none) ?? none;
  const [copied, setCopied] = useState<string>();

  return refused.map(({ request, refusal }) => (
    <MessageBar key={request.clientKey} intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{texts.refusedTitle}</MessageBarTitle>{' '}
        {texts.refusedWhy(refusalInWords(refusal))}
        <blockquote className={styles.words}>{request.text}</blockquote>
      </MessageBarBody>
      <MessageBarActions>
        <Button
          onClick={() => {
            void copyText(request.text).then((done) => {
              if (done) setCopied(request.clientKey);
            });
          }}
        >
          {copied === request.clientKey ? texts.copied : texts.copyWords}
        </Button>
        <Button onClick={() => void queue.discardRefused(request.clientKey)}>
          {texts.discard}
        </Button>
      </MessageBarActions>
    </MessageBar>
  ));
}

const useStyles = makeStyles({
  bar: { marginBottom: tokens.spacingVerticalM },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
