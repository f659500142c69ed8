import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FeedbackOverview } from '@last-mile/shared/feedback';
import { useSession } from '../../../app/session';
import { OverviewSection } from './OverviewSection';
import { overviewTexts as texts } from './overviewTexts';

type Figures = Pick<FeedbackOverview, 'firstResponseDays' | 'closingDays'>;

/** How long do people wait for an answer? */
export function OverviewFigures({ firstResponseDays, closingDays }: Figures) {
  const styles = useStyles();
  return (
    <OverviewSection title={texts.figuresTitle} definition={texts.figuresDefinition}>
      <dl className={styles.figures}>
        <Figure name={texts.firstResponse} figure={firstResponseDays} />
        <Figure name={texts.closing} figure={closingDays} />
      </dl>
    </OverviewSection>
  );
}

function Figure({ name, figure }: { name: string; figure: Figures['closingDays'] }) {
  const styles = useStyles();
  const { formats } = useSession();
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      {figure.state === 'known' ? (
        <>
          <dd className={styles.value}>
            <Text weight="semibold">{texts.days(formats.decimal(figure.value))}</Text>
          </dd>
          <dd className={styles.value}>
            <Caption1 className={styles.quiet}>
              {texts.over(figure.n, formats.number(figure.n))}
            </Caption1>
          </dd>
        </>
      ) : (
        <dd className={styles.value}>{texts.notEnoughData}</dd>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`,
    margin: 0,
  },
  figure: { display: 'flex', flexDirection: 'column' },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
});
