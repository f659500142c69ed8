import { makeStyles, Text, tokens } from '@fluentui/react-components';

export interface HeadlineFigureProps {
  figure: string;
  /** Of whom, beside it. */
  words: string;
}

/** The one figure a panel of the first row is about. */
export function HeadlineFigure({ figure, words }: HeadlineFigureProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.figure}>{figure}</span>
      <Text className={styles.words}>{words}</Text>
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
  },
  figure: {
    fontSize: tokens.fontSizeHero900,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  words: { color: tokens.colorNeutralForeground2 },
});
