import { Button } from '@fluentui/react-components';
import { spokenLanguage } from '@last-mile/shared/language';
import type { ReactNode } from 'react';
import { focusFirst } from './focusFirst';
import { InlineNotice } from './InlineNotice';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts, placeholderLabel } from './itemTexts';
import type { UseFailure } from './useFailureTexts';

export interface UseFooterProps {
  /** What stands in the way of using it here. */
  notice?: ReactNode;
  failure: UseFailure | null;
  /** Placeholders to warn of before the item is used with gaps; empty when there is no need. */
  warnedOf: readonly string[];
  /** What would become of the gaps, by the names of the placeholders. */
  missingHint: (names: string) => string;
  /** The button that uses it. */
  children: ReactNode;
}

/** The foot of the form: the button that uses the item, and what to know before pressing it. */
export function UseFooter(props: UseFooterProps) {
  const { notice, failure, warnedOf, missingHint, children } = props;
  const styles = useItemStyles();
  const warned = warnedOf.length > 0;
  return (
    <footer className={styles.actions}>
      {notice}
      {failure !== null && (
        <InlineNotice intent="error" title={failure.title}>
          {failure.text}
        </InlineNotice>
      )}
      {warned && (
        <InlineNotice intent="warning" title={texts.missingTitle(warnedOf.length)}>
          {missingHint(listOf(warnedOf))}
        </InlineNotice>
      )}
      <div className={styles.buttons}>
        {warned && (
          <Button
            className={styles.grow}
            appearance="primary"
            onClick={({ currentTarget }) => {
              focusFirst(currentTarget.form);
            }}
          >
            {texts.fillThem}
          </Button>
        )}
        {children}
      </div>
    </footer>
  );
}

const listOf = (names: readonly string[]) =>
  new Intl.ListFormat(spokenLanguage().locale, { type: 'conjunction' }).format(
    names.map(placeholderLabel),
  );
