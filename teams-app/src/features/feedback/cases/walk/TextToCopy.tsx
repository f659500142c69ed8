import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useRef, useState, type ReactNode } from 'react';
import { copyText } from '../../../../app/clipboard';
import { casesTexts as texts } from '../casesTexts';

export interface TextToCopyProps {
  /** @default the text as it is shown */
  text?: string;
  /** What the button says. */
  copy: string;
  /** The text as it is shown. */
  children: ReactNode;
}

/** A text to take along. Taking it for a walk is no use of it, and is not counted. */
export function TextToCopy({ text, copy, children }: TextToCopyProps) {
  const styles = useStyles();
  const [copied, setCopied] = useState<boolean>();
  const shown = useRef<HTMLDivElement>(null);
  return (
    <div>
      <div ref={shown} className={styles.text} role="group" aria-label={copy}>
        {children}
      </div>
      <Button
        size="small"
        icon={<CopyRegular />}
        onClick={() => {
          void copyText(text ?? shown.current?.innerText ?? '').then(setCopied);
        }}
      >
        {copy}
      </Button>{' '}
      <span role="status">
        {copied === undefined ? '' : copied ? texts.copied : texts.copyRefused}
      </span>
    </div>
  );
}

const useStyles = makeStyles({
  text: {
    marginBottom: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    whiteSpace: 'pre-wrap',
  },
});
