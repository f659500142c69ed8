import { Button } from '@fluentui/react-components';
import { CopyRegular, TextAddRegular } from '@fluentui/react-icons';
import { spokenLanguage } from '@last-mile/shared/language';
import type { LibraryItemKind } from '@last-mile/shared/library';
import { InlineNotice } from './InlineNotice';
import { useItemStyles } from './Item.styles';
import { libraryTexts as texts, placeholderLabel } from './libraryTexts';
import type { UseFailure } from './useFailureTexts';

export interface ItemActionsProps {
  kind: LibraryItemKind;
  hasMessage: boolean;
  working: boolean;
  failure: UseFailure | null;
  /** Placeholders to warn of before the item is used with gaps; empty when there is no need. */
  warnedOf: readonly string[];
  /** The person wants to fill the gaps after all. */
  onFillIn: () => void;
}

/** The one button that uses the item, and what to know before pressing it. */
export function ItemActions(props: ItemActionsProps) {
  const { kind, hasMessage, working, failure, warnedOf, onFillIn } = props;
  const styles = useItemStyles();
  const warned = warnedOf.length > 0;
  const noMessage = kind === 'template' && !hasMessage;
  return (
    <footer className={styles.actions}>
      {noMessage && (
        <InlineNotice intent="info" title={texts.noMessage}>
          {texts.noMessageHint}
        </InlineNotice>
      )}
      {failure !== null && (
        <InlineNotice intent="error" title={failure.title}>
          {failure.text}
        </InlineNotice>
      )}
      {warned && (
        <InlineNotice intent="warning" title={texts.missingTitle(warnedOf.length)}>
          {texts.missingHint(listOf(warnedOf))}
        </InlineNotice>
      )}
      <div className={styles.buttons}>
        {warned && (
          <Button className={styles.grow} appearance="primary" onClick={onFillIn}>
            {texts.fillThem}
          </Button>
        )}
        <Button
          type="submit"
          className={styles.grow}
          appearance={warned ? 'secondary' : 'primary'}
          icon={kind === 'template' ? <TextAddRegular /> : <CopyRegular />}
          disabledFocusable={noMessage || working}
        >
          {labelOf(kind, { warned, working })}
        </Button>
      </div>
    </footer>
  );
}

function labelOf(
  kind: LibraryItemKind,
  { warned, working }: { warned: boolean; working: boolean },
): string {
  if (kind === 'prompt') return warned ? texts.copyAnyway : texts.copy;
  if (working) return texts.inserting;
  return warned ? texts.insertAnyway : texts.insert;
}

const listOf = (names: readonly string[]) =>
  new Intl.ListFormat(spokenLanguage().locale, { type: 'conjunction' }).format(
    names.map(placeholderLabel),
  );
