import { Caption1, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { ShownSession } from '@last-mile/shared/practice';
import { LinkButton } from '../../app/LinkButton';
import { buttonRow, card } from '../../app/panel';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { CheckIn } from './CheckIn';
import { ExercisePart } from './ExercisePart';
import { familyName } from './familyName';
import { PractisedPart } from './PractisedPart';
import { practiceTexts as texts } from './practiceTexts';

export interface SessionCardProps {
  shown: ShownSession;
  /** Whether the title leads to the session's own page. @default true */
  linked?: boolean;
}

/** One session: being there first, then what it is about, then what came of it on one's own work. */
export function SessionCard({ shown, linked = true }: SessionCardProps) {
  const styles = useStyles();
  const { formats, may, programme } = useSession();
  const { session, gaps } = shown;
  const { clientKey, title, startsAt, minutes, jobFamily, scenario } = session;
  const takesPlace = session.cancelledAt === null;
  return (
    <article className={styles.root} aria-label={title}>
      <div>
        {linked && (
          <Subtitle1 as="h2" block className={styles.title}>
            {title}
          </Subtitle1>
        )}
        <Caption1 className={styles.quiet}>
          {texts.when(formats.moment(startsAt), minutes)} · {familyName(programme, jobFamily)}
        </Caption1>
      </div>
      {takesPlace && <CheckIn shown={shown} />}
      {may.champion && gaps.length > 0 && (
        <Caption1>{texts.missing(gaps.map((gap) => texts.gaps[gap]).join(', '))}</Caption1>
      )}
      {scenario !== '' && <p className={styles.words}>{scenario}</p>}
      {session.exercise !== null && <ExercisePart exercise={session.exercise} />}
      {takesPlace && <PractisedPart shown={shown} />}
      <div className={styles.actions}>
        {linked && (
          <LinkButton href={toHref({ page: 'practiceSession', clientKey })}>
            {texts.open}
          </LinkButton>
        )}
        {may.champion && takesPlace && (
          <LinkButton href={toHref({ page: 'practiceEdit', clientKey })}>{texts.edit}</LinkButton>
        )}
      </div>
    </article>
  );
}

const useStyles = makeStyles({
  root: {
    ...card,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { margin: 0, whiteSpace: 'pre-wrap' },
  actions: buttonRow,
});
