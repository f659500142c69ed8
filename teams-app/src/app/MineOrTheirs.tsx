import {
  Button,
  makeStyles,
  mergeClasses,
  Subtitle1,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { buttonRow } from './panel';

export interface MineOrTheirsProps {
  texts: Record<'conflictTitle' | 'conflict' | 'keepMine' | 'takeTheirs', string>;
  /** Both sides, to compare. */
  children: ReactNode;
  /** Small is what takes the place of a part of the page only. @default 'medium' */
  size?: 'small' | 'medium';
  /** Where the buttons stand: before what is too long to be read through first. @default 'after' */
  buttons?: 'before' | 'after';
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody was faster: both sides are shown, and the person chooses which one to go on with. */
export function MineOrTheirs(props: MineOrTheirsProps) {
  const { texts, children, size = 'medium', buttons = 'after', onMine, onTheirs } = props;
  const styles = useStyles();
  const titleId = useId();
  const Title = size === 'small' ? Subtitle2 : Subtitle1;
  return (
    <section
      className={mergeClasses(styles.root, size === 'small' && styles.small)}
      aria-labelledby={titleId}
      role="alert"
    >
      <Title as="h2" id={titleId}>
        {texts.conflictTitle}
      </Title>
      <Text>{texts.conflict}</Text>
      {buttons === 'after' && children}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onMine}>
          {texts.keepMine}
        </Button>
        <Button onClick={onTheirs}>{texts.takeTheirs}</Button>
      </div>
      {buttons === 'before' && children}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  small: { gap: tokens.spacingVerticalS },
  buttons: { ...buttonRow, gap: tokens.spacingHorizontalM },
});
