import { Badge, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ShownSession } from '@last-mile/shared/practice';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { familyName } from './familyName';
import { practiceTexts as texts } from './practiceTexts';

/** One session in a list: when it is, whose, what the person did there, and what it lacks. */
export function SessionLink({ session, gaps, checkedIn, practised }: ShownSession) {
  const styles = useStyles();
  const { formats, may, programme } = useSession();
  const { clientKey, title, startsAt, minutes, jobFamily, cancelledAt } = session;
  return (
    <li className={styles.root}>
      <Link href={toHref({ page: 'practiceSession', clientKey })} className={styles.title}>
        {title}
      </Link>
      <Caption1 className={styles.quiet}>
        {texts.when(formats.moment(startsAt), minutes)} · {familyName(programme, jobFamily)}
      </Caption1>
      {cancelledAt !== null && <Badge appearance="tint">{texts.cancelled}</Badge>}
      {(checkedIn || practised) && (
        <div className={styles.stand}>
          {checkedIn && <Badge appearance="tint">{texts.wasThere}</Badge>}
          {practised && (
            <Badge appearance="tint" color="success">
              {texts.practised}
            </Badge>
          )}
        </div>
      )}
      {may.champion && gaps.length > 0 && (
        <Caption1>{texts.missing(gaps.map((gap) => texts.gaps[gap]).join(', '))}</Caption1>
      )}
    </li>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  stand: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});
