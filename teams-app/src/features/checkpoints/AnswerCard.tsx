import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { Definition } from '../../app/figures/Definition';
import { checkpointsTexts as texts } from './checkpointsTexts';
import type { Answer } from './said/answers';

/** One of the five questions with its figures, and what they mean behind an ⓘ. */
export function AnswerCard({ answer: { question, definition, figures } }: { answer: Answer }) {
  const styles = useStyles();
  const title = texts.questions[question];
  return (
    <section className={styles.root} aria-label={title}>
      <div className={styles.head}>
        <Subtitle2 as="h3">{title}</Subtitle2>
        <Definition of={title} words={definition} />
      </div>
      <dl className={styles.figures}>
        {figures.map(({ name, says, behind }) => (
          <div key={name} className={styles.figure}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.says}>{says}</dd>
            {behind !== '' && (
              <dd className={styles.behind}>
                <Caption1>{behind}</Caption1>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    breakInside: 'avoid',
    marginBottom: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', minHeight: '32px' },
  figures: { margin: 0 },
  figure: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) fit-content(55%)',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  name: { color: tokens.colorNeutralForeground2 },
  says: {
    margin: 0,
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  behind: {
    gridColumn: '1 / -1',
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});
