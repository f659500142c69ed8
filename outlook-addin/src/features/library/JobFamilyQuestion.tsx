import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { JobFamily } from '@last-mile/shared/programme';
import { useEffect, useRef } from 'react';
import { libraryTexts as texts } from './libraryTexts';

export interface JobFamilyQuestionProps {
  families: readonly JobFamily[];
  /** Called with the family's id, or '' for none of them. */
  onChoose: (family: string) => void;
}

/** Asked once per person: which templates come first. */
export function JobFamilyQuestion({ families, onChoose }: JobFamilyQuestionProps) {
  const styles = useStyles();
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => {
    answers.current?.querySelector('button')?.focus();
  }, []);
  return (
    <main className={styles.root} aria-labelledby="job-family-question">
      <div className={styles.question}>
        <Subtitle1 as="h1" id="job-family-question">
          {texts.familyQuestion}
        </Subtitle1>
        <Text id="job-family-hint" className={styles.hint}>
          {texts.familyQuestionHint}
        </Text>
      </div>
      <div
        ref={answers}
        className={styles.answers}
        role="group"
        aria-labelledby="job-family-question"
        aria-describedby="job-family-hint"
      >
        {families.map(({ id, name }) => (
          <Button
            key={id}
            className={styles.answer}
            size="large"
            onClick={() => {
              onChoose(id);
            }}
          >
            {name}
          </Button>
        ))}
        <Button
          appearance="subtle"
          onClick={() => {
            onChoose('');
          }}
        >
          {texts.noFamily}
        </Button>
      </div>
    </main>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    paddingBlock: tokens.spacingVerticalXXL,
    paddingInline: tokens.spacingHorizontalL,
  },
  question: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  hint: { color: tokens.colorNeutralForeground2 },
  answers: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  answer: { justifyContent: 'start', textAlign: 'start' },
});
