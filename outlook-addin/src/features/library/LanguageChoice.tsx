import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LibraryItem } from '@last-mile/shared/library';
import { useId } from 'react';
import { itemTexts as texts } from './itemTexts';

export interface LanguageChoiceProps {
  /** The item in every language it has. */
  variants: readonly LibraryItem[];
  /** Key of the one that is shown. */
  shown: string;
  /** What its language was told by; '' for nothing. */
  hint: string;
  onChoose: (variant: LibraryItem) => void;
}

/** One tap: the same template in another language. */
export function LanguageChoice({ variants, shown, hint, onChoose }: LanguageChoiceProps) {
  const styles = useStyles();
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId} className={styles.root}>
      <Text id={labelId} size={200} className={styles.quiet}>
        {texts.language}
      </Text>
      {variants.map((variant) => {
        const { clientKey, content } = variant;
        return (
          <Button
            key={clientKey}
            size="small"
            shape="circular"
            appearance={clientKey === shown ? 'primary' : 'secondary'}
            aria-pressed={clientKey === shown}
            lang={content.language}
            className={styles.language}
            onClick={() => {
              if (clientKey !== shown) onChoose(variant);
            }}
          >
            {nameOf(content.language)}
          </Button>
        );
      })}
      {hint !== '' && (
        <Text size={200} className={styles.quiet}>
          {hint}
        </Text>
      )}
    </div>
  );
}

/** A language in its own words, as its speakers look for it. */
function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  quiet: { color: tokens.colorNeutralForeground3, marginInlineEnd: tokens.spacingHorizontalXS },
  language: { minWidth: 0 },
});
