import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { CaseBook } from '@last-mile/shared/feedback';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import { twoLines } from '../twoLines';
import { casesTexts as texts } from './casesTexts';

/** Flags that were fixed in this item and may become cases. */
export function Candidates({ itemKey, candidates }: Pick<CaseBook, 'itemKey' | 'candidates'>) {
  const styles = useStyles();
  if (candidates.length === 0) return null;
  return (
    <section aria-labelledby="candidates-title" className={styles.root}>
      <Subtitle2 as="h2" id="candidates-title">
        {texts.candidatesTitle}
      </Subtitle2>
      <ul className={styles.list}>
        {candidates.map(({ fromFeedback, wentWrong }) => (
          <li key={fromFeedback} className={styles.row}>
            <Text className={styles.words}>{wentWrong}</Text>
            <LinkButton
              size="small"
              href={toHref({ page: 'newCase', itemKey, feedbackKey: fromFeedback })}
            >
              {texts.keepAsCase}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { ...twoLines, flex: '1 1 24ch', minWidth: 0 },
});
