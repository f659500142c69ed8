import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useId, useState, type SyntheticEvent } from 'react';
import type { HelpedRequest } from '../feedback';
import { singleLineLimit } from '../text';
import { failureInWords } from './failureInWords';
import { ownFeedbackTexts as texts } from './ownFeedbackTexts';
import { useDraft } from './useDraft';

export interface DidItHelpProps {
  /** Names the account, the feedback and which of its closings: what is typed is kept under it. */
  draftKey: string;
  /** Sends or keeps the answer; throws only when it was refused. */
  onAnswer: (request: HelpedRequest) => Promise<'sent' | 'kept'>;
}

interface AnswerDraft {
  /** Made with the first choice, so that a repeated send is the same answer. */
  clientKey: string;
  helped: boolean | null;
  words: string;
}

/** Asks the reporter once whether what was done helped, with a line of words where they like. */
export function DidItHelp({ draftKey, onAnswer }: DidItHelpProps) {
  const styles = useStyles();
  const { draft, change, discard } = useDraft<AnswerDraft>(draftKey, emptyAnswer);
  const [phase, setPhase] = useState<'asking' | 'sending' | 'kept'>('asking');
  const [refusal, setRefusal] = useState<string>();
  const askedId = useId();
  const { helped } = draft;

  async function answer(event: SyntheticEvent) {
    event.preventDefault();
    if (helped === null || phase === 'sending') return;
    setPhase('sending');
    setRefusal(undefined);
    const words = draft.words.trim();
    try {
      const result = await onAnswer({
        ...{ clientKey: draft.clientKey, helped, words: words === '' ? null : words },
      });
      await discard();
      setPhase(result === 'kept' ? 'kept' : 'asking');
    } catch (error) {
      change({ clientKey: crypto.randomUUID() });
      setRefusal(failureInWords(error));
      setPhase('asking');
    }
  }
  const choose = (value: boolean) => {
    change({ helped: value, clientKey: crypto.randomUUID() });
  };

  if (phase === 'kept') return <Text role="status">{texts.kept}</Text>;
  return (
    <form className={styles.root} onSubmit={(event) => void answer(event)} noValidate>
      <div className={styles.line} role="group" aria-labelledby={askedId}>
        <Text id={askedId} weight="semibold">
          {texts.asked}
        </Text>
        {([true, false] as const).map((value) => (
          <Button
            key={String(value)}
            size="small"
            aria-pressed={helped === value}
            appearance={helped === value ? 'primary' : 'secondary'}
            onClick={() => {
              choose(value);
            }}
          >
            {value ? texts.yes : texts.no}
          </Button>
        ))}
      </div>
      {helped !== null && (
        <>
          <Field
            label={helped ? texts.wordsYes : texts.wordsNo}
            hint={helped ? texts.wordsHint : texts.reopens}
          >
            <Input
              value={draft.words}
              maxLength={singleLineLimit}
              onChange={(_, { value }) => {
                change({ words: value });
              }}
            />
          </Field>
          {refusal !== undefined && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{refusal}</MessageBarBody>
            </MessageBar>
          )}
          <div className={styles.line}>
            <Button
              size="small"
              appearance="primary"
              type="submit"
              disabledFocusable={phase === 'sending'}
            >
              {texts.send}
            </Button>
            <Button
              size="small"
              onClick={() => {
                change(emptyAnswer);
                void discard();
              }}
            >
              {texts.cancel}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

const emptyAnswer: AnswerDraft = { clientKey: '', helped: null, words: '' };

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});
