import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { redoTexts as texts } from './redoTexts';

export interface RedoQuestionProps {
  /** Title of what was used. */
  title: string;
  onAnswer: (redo: boolean) => void;
  onDismiss: () => void;
}

/** One tap: did what was used have to be redone? */
export function RedoQuestion({ title, onAnswer, onDismiss }: RedoQuestionProps) {
  const styles = useStyles();
  const questionId = useId();
  const answer = (redo: boolean, words: string) => (
    <Button
      size="small"
      onClick={() => {
        onAnswer(redo);
      }}
    >
      {words}
    </Button>
  );
  return (
    <MessageBar
      role="group"
      aria-labelledby={questionId}
      className={styles.notice}
      layout="multiline"
    >
      <MessageBarBody>
        <MessageBarTitle id={questionId} className={styles.title}>
          {texts.question}
        </MessageBarTitle>{' '}
        {texts.about(title)}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={texts.dismiss}
            title={texts.dismiss}
            onClick={onDismiss}
          />
        }
      >
        {answer(false, texts.no)}
        {answer(true, texts.yes)}
      </MessageBarActions>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  title: { display: 'block' },
  notice: { marginBlock: tokens.spacingVerticalS, marginInline: tokens.spacingHorizontalM },
});
