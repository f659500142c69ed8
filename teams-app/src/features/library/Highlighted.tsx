import { makeStyles, tokens } from '@fluentui/react-components';
import { wordsOf } from '@last-mile/shared/library';
import { Fragment } from 'react';

export interface HighlightedProps {
  text: string;
  /** The words to mark, as `wordsOf` writes them. */
  words: ReadonlySet<string>;
}

/** A text in which the words that were searched for stand out. */
export function Highlighted({ text, words }: HighlightedProps) {
  const styles = useStyles();
  if (words.size === 0) return text;
  // Every second part is a word.
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((part, at) =>
    at % 2 === 1 && wordsOf(part).some((word) => words.has(word)) ? (
      <mark key={at} className={styles.mark}>
        {part}
      </mark>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}

const useStyles = makeStyles({
  mark: {
    backgroundColor: 'transparent',
    color: 'inherit',
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorBrandStroke1,
    textDecorationThickness: tokens.strokeWidthThick,
  },
});
