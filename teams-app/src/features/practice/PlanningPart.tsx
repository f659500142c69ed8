import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { mondayIn } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import { familiesWithoutSession, type PracticeSession } from '@last-mile/shared/practice';
import { LinkButton } from '../../app/LinkButton';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { familyName } from './familyName';
import { practiceTexts as texts } from './practiceTexts';

export interface PlanningPartProps {
  /** Those that take place. */
  sessions: readonly PracticeSession[];
  now: number;
}

/** Which job families have no session this week or next? Practice is weekly. */
export function PlanningPart({ sessions, now }: PlanningPartProps) {
  const styles = useStyles();
  const { programme } = useSession();
  const families = programme.jobFamilies.map(({ id }) => id);
  const thisWeek = mondayIn(new Date(now), programme.timeZone);
  const missing = (week: string) =>
    familiesWithoutSession(families, sessions, week, programme.timeZone)
      .map((family) => familyName(programme, family))
      .join(', ');
  const [current, next] = [missing(thisWeek), missing(addDays(thisWeek, 7))];
  return (
    <section className={styles.root}>
      <Subtitle2 as="h2">{texts.planning}</Subtitle2>
      {current !== '' && <Text>{texts.noSessionThisWeek(current)}</Text>}
      {next !== '' && <Text>{texts.noSessionNextWeek(next)}</Text>}
      {current === '' && next === '' && <Text>{texts.allPlanned}</Text>}
      <div>
        <LinkButton href={toHref({ page: 'practiceEdit' })} appearance="primary">
          {texts.prepare}
        </LinkButton>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
});
