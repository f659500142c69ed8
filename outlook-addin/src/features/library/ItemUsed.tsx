import { Button, Text } from '@fluentui/react-components';
import {
  ArrowUndoRegular,
  CheckmarkCircle24Filled,
  ThumbDislikeRegular,
} from '@fluentui/react-icons';
import type { LibraryItem } from '@last-mile/shared/library';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { Insertion } from './insertTemplate';
import { InlineNotice } from './InlineNotice';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts, placeholderLabel } from './itemTexts';
import type { UseFailure } from './useFailureTexts';

export type Outcome =
  | { readonly name: 'inserted'; readonly insertion: Insertion }
  | { readonly name: 'replied' }
  | { readonly name: 'copied' }
  | { readonly name: 'takenOut' };

export interface ItemUsedProps {
  item: LibraryItem;
  outcome: Outcome;
  /** Why it could not be taken out again. */
  failure: UseFailure | null;
  /** Placeholders that went out empty. */
  missing: readonly string[];
  /** Asks what the message is for, or says it; null where there is nothing to ask. */
  taskQuestion: ReactNode;
  onTakeOut: () => void;
  onBack: () => void;
  onAgain: () => void;
  onFlag: () => void;
}

/** It is in: what to check before sending, and where to go next. Or it is out again. */
export function ItemUsed(props: ItemUsedProps) {
  const { item, outcome, failure, onBack, onAgain, onFlag } = props;
  const styles = useItemStyles();
  const { kind, title } = item.content;
  const isInUse = outcome.name !== 'takenOut';
  const missing = isInUse ? props.missing : [];
  const checks = isInUse ? item.content.checkBeforeTrusting : '';
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <main className={styles.root} aria-labelledby={headingId}>
      <div className={styles.used}>
        <div className={styles.done}>
          <CheckmarkCircle24Filled className={styles.doneIcon} aria-hidden />
          <div className={styles.titles}>
            <h1 ref={heading} id={headingId} tabIndex={-1} className={styles.title}>
              {titleOf(outcome)}
            </h1>
            <Text className={styles.quiet}>{title}</Text>
          </div>
        </div>
        <Text className={styles.quiet}>{hintOf(outcome, item)}</Text>
        {failure !== null && (
          <InlineNotice intent="warning" title={failure.title}>
            {failure.text}
          </InlineNotice>
        )}

        {missing.length > 0 && (
          <section className={styles.checks}>
            <h2 className={styles.label}>{texts.leftOver}</h2>
            <ul className={styles.list}>
              {missing.map((name) => (
                <li key={name}>{placeholderLabel(name)}</li>
              ))}
            </ul>
          </section>
        )}
        {checks !== '' && (
          <section className={styles.checks}>
            <h2 className={styles.label}>
              {kind === 'template' ? texts.checks : texts.checksPrompt}
            </h2>
            <Text className={styles.lines}>{checks}</Text>
          </section>
        )}

        {props.taskQuestion}
        <div className={styles.next}>
          <Button appearance="primary" onClick={onBack}>
            {texts.another[kind]}
          </Button>
          <Button onClick={onAgain}>{texts.again[kind]}</Button>
          {outcome.name === 'inserted' && outcome.insertion.undo !== null && (
            <Button appearance="subtle" icon={<ArrowUndoRegular />} onClick={props.onTakeOut}>
              {texts.takeOut}
            </Button>
          )}
          <Button appearance="subtle" icon={<ThumbDislikeRegular />} onClick={onFlag}>
            {texts.flag[kind]}
          </Button>
        </div>
      </div>
    </main>
  );
}

function titleOf(outcome: Outcome): string {
  if (outcome.name === 'inserted') return texts.insertedTitle[outcome.insertion.place];
  return {
    replied: texts.repliedTitle,
    copied: texts.copiedTitle,
    takenOut: texts.takenOutTitle,
  }[outcome.name];
}

function hintOf(outcome: Outcome, { content }: LibraryItem): string {
  if (outcome.name === 'takenOut') return texts.takenOutHint;
  if (outcome.name === 'replied') return texts.repliedHint;
  if (outcome.name === 'copied') return texts.copiedHint(content.assistant);
  return insertionHint(outcome.insertion);
}

function insertionHint({ as, subject }: Insertion): string {
  const subjects = {
    set: texts.subjectWasSet,
    kept: texts.subjectWasKept,
    failed: texts.subjectFailed,
    none: '',
  };
  return [as === 'text' ? texts.insertedAsText : '', subjects[subject]]
    .filter((part) => part !== '')
    .join(' ');
}
