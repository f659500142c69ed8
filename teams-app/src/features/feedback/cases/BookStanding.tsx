import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CaseBook } from '@last-mile/shared/feedback';
import { LinkButton } from '../../../app/LinkButton';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { heldInWords } from './caseInWords';
import { casesTexts as texts } from './casesTexts';

export interface BookStandingProps {
  book: CaseBook;
  /** The published one. */
  version: number;
}

/** How many cases hold on the published version, and the way to walk them. */
export function BookStanding({ book, version }: BookStandingProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { counts, canWalk, itemKey } = book;
  const { toWalk, failed } = counts;
  const some = toWalk > 0;
  if (counts.cases === 0) return null;
  return (
    <div className={styles.root}>
      <div className={styles.figures}>
        <Text size={500} weight="semibold" className={styles.figure}>
          {heldInWords(counts, formats)}
        </Text>
        <Text className={styles.quiet}>{texts.onVersion(version)}</Text>
        {failed !== null && failed > 0 && (
          <Badge appearance="tint" color="danger">
            {texts.failedCount(formats.number(failed))}
          </Badge>
        )}
        {some && (
          <Badge appearance="tint" color="brand">
            {texts.toWalkCount(formats.number(toWalk))}
          </Badge>
        )}
      </div>
      {canWalk && (
        <div>
          <LinkButton
            href={toHref({ page: 'caseWalk', itemKey })}
            appearance={some ? 'primary' : 'secondary'}
          >
            {some ? texts.walkCases : texts.walkAgain}
          </LinkButton>
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
  },
  figure: { fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
});
