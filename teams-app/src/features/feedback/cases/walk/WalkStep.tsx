import {
  Body1Strong,
  Caption1,
  makeStyles,
  ProgressBar,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { PromptCase } from '@last-mile/shared/feedback';
import type { LibraryContent } from '@last-mile/shared/library';
import { useEffect, useRef } from 'react';
import { useSession } from '../../../../app/session';
import { casesTexts as texts } from '../casesTexts';
import type { WalkedItem } from './FailedCase';
import { TextToCopy } from './TextToCopy';
import { WalkAnswer } from './WalkAnswer';
import type { Answered } from './WalkedCases';
import { WalkedText } from './WalkedText';

export interface WalkStepProps {
  promptCase: PromptCase;
  item: WalkedItem;
  /** What the version says. */
  content: LibraryContent;
  /** Whether people use that version. */
  isPublished: boolean;
  /** Which of the walk's cases it is, from 1. */
  position: number;
  of: number;
  onDone: (answer: Answered) => void;
}

/** One case of a walk: take the prompt, put the input in, read the answer, say whether it holds. */
export function WalkStep(props: WalkStepProps) {
  const { promptCase, item, content, isPublished, position, of, onDone } = props;
  const styles = useStyles();
  const { formats } = useSession();
  const heading = useRef<HTMLDivElement>(null);
  // Each case begins at its top, and is read from there.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { input, wentWrong, mustHold } = promptCase;
  const { itemKey, title, version } = item;
  const progress = texts.progress(formats.number(position), formats.number(of));
  return (
    <article aria-labelledby="step-title" className={styles.root}>
      <div ref={heading} tabIndex={-1} className={styles.head}>
        <Body1Strong as="h2" id="step-title" className={styles.progress}>
          {progress}
        </Body1Strong>
        <ProgressBar value={position / of} thickness="large" aria-label={progress} />
      </div>
      <ol className={styles.steps}>
        <li className={styles.step}>
          <Subtitle2 as="h3">
            {content.kind === 'prompt' ? texts.stepPrompt : texts.stepTemplate}
          </Subtitle2>
          <Caption1 className={styles.quiet}>
            {[
              texts.promptOf(title, version),
              ...(content.assistant === null ? [] : [texts.inAssistant(content.assistant)]),
            ].join(' · ')}
          </Caption1>
          <WalkedText {...{ itemKey, content, isPublished }} />
        </li>
        {input !== null && (
          <li className={styles.step}>
            <Subtitle2 as="h3">{texts.stepInput}</Subtitle2>
            <TextToCopy text={input} copy={texts.copyInput}>
              {input}
            </TextToCopy>
          </li>
        )}
        <li className={styles.step}>
          <Subtitle2 as="h3">{texts.stepJudge}</Subtitle2>
          <Text size={400} className={styles.mustHold}>
            {mustHold}
          </Text>
          {wentWrong !== null && (
            <Caption1 className={styles.quiet}>{texts.wentWrongOnce(wentWrong)}</Caption1>
          )}
        </li>
      </ol>
      <WalkAnswer
        caseKey={promptCase.clientKey}
        version={version}
        isLast={position === of}
        onDone={onDone}
      />
    </article>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    overflowWrap: 'anywhere',
  },
  head: { outlineStyle: 'none' },
  progress: { display: 'block', marginBottom: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXL,
  },
  step: {
    '::marker': {
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground2,
    },
    '& > *': { display: 'block', marginBlock: `0 ${tokens.spacingVerticalXS}` },
  },
  mustHold: {
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
    whiteSpace: 'pre-wrap',
  },
});
