import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Workflow } from '@last-mile/shared/workflows';
import { useId, useState } from 'react';
import { libraryTexts as texts } from './libraryTexts';

export interface TaskQuestionProps {
  /** The most likely first. */
  tasks: readonly Workflow[];
  /** Name of the task the message is said to be for; '' for none yet. */
  answer: string;
  onAnswer: (taskKey: string | null) => void;
}

/** Tasks offered before "Other": more would push the templates away. */
const atFirst = 2;

/** One tap: which mapped task is this message for? Once answered, one line that can be corrected. */
export function TaskQuestion({ tasks, answer, onAnswer }: TaskQuestionProps) {
  const styles = useStyles();
  const questionId = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const choose = (taskKey: string | null) => {
    setIsAsking(false);
    setShowsAll(false);
    onAnswer(taskKey);
  };
  if (answer !== '' && !isAsking) {
    return (
      <div className={styles.line}>
        <Text size={200} className={styles.answer}>
          {texts.messageIsFor(answer)}
        </Text>
        <Button
          appearance="subtle"
          size="small"
          aria-label={texts.changeTask}
          onClick={() => {
            setIsAsking(true);
          }}
        >
          {texts.change}
        </Button>
      </div>
    );
  }
  const shown = showsAll ? tasks : tasks.slice(0, atFirst);
  return (
    <div role="group" aria-labelledby={questionId} className={styles.question}>
      <Text id={questionId} size={200} className={styles.words}>
        {texts.taskQuestion}
      </Text>
      <div className={styles.tasks}>
        {shown.map(({ clientKey, task }) => (
          <Button
            key={clientKey}
            size="small"
            shape="circular"
            className={styles.task}
            onClick={() => {
              choose(clientKey);
            }}
          >
            <span className={styles.name}>{task}</span>
          </Button>
        ))}
        {shown.length < tasks.length && (
          <Button
            appearance="subtle"
            size="small"
            shape="circular"
            aria-expanded={false}
            className={styles.other}
            onClick={() => {
              setShowsAll(true);
            }}
          >
            {texts.otherTask}
          </Button>
        )}
        {answer !== '' && (
          <Button
            appearance="subtle"
            size="small"
            shape="circular"
            className={styles.other}
            onClick={() => {
              choose(null);
            }}
          >
            {texts.noTask}
          </Button>
        )}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  answer: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  question: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  words: { color: tokens.colorNeutralForeground2 },
  tasks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  task: { minWidth: 0, maxWidth: '100%' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  other: { minWidth: 0 },
});
