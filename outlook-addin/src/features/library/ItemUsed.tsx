import { Button, Text } from '@fluentui/react-components';
import { CheckmarkCircle24Filled, FlagRegular } from '@fluentui/react-icons';
import type { LibraryItem } from '@last-mile/shared/library';
import { useEffect, useId, useRef } from 'react';
import type { Insertion } from './insertTemplate';
import { useItemStyles } from './Item.styles';
import { libraryTexts as texts, placeholderLabel } from './libraryTexts';

export interface ItemUsedProps {
  item: LibraryItem;
  /** How it was inserted; null for a prompt that was copied. */
  insertion: Insertion | null;
  /** Placeholders that went out empty. */
  missing: readonly string[];
  onBack: () => void;
  onAgain: () => void;
  onFlag: () => void;
}

/** It is in: what to check before sending, and where to go next. */
export function ItemUsed({ item, insertion, missing, onBack, onAgain, onFlag }: ItemUsedProps) {
  const styles = useItemStyles();
  const { kind, title, checkBeforeTrusting, assistant } = item.content;
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
              {insertion === null ? texts.copiedTitle : texts.insertedTitle}
            </h1>
            <Text className={styles.quiet}>{title}</Text>
          </div>
        </div>
        <Text className={styles.quiet}>
          {insertion === null ? texts.copiedHint(assistant) : outcomeOf(insertion)}
        </Text>

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
        {checkBeforeTrusting !== '' && (
          <section className={styles.checks}>
            <h2 className={styles.label}>
              {kind === 'template' ? texts.checks : texts.checksPrompt}
            </h2>
            <Text className={styles.lines}>{checkBeforeTrusting}</Text>
          </section>
        )}

        <div className={styles.next}>
          <Button appearance="primary" onClick={onBack}>
            {texts.another[kind]}
          </Button>
          <Button onClick={onAgain}>{texts.again[kind]}</Button>
          <Button appearance="subtle" icon={<FlagRegular />} onClick={onFlag}>
            {texts.flag[kind]}
          </Button>
        </div>
      </div>
    </main>
  );
}

function outcomeOf({ as, subject }: Insertion): string {
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
