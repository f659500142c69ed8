import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { PracticeSessionsResponse, ShownSession } from '@last-mile/shared/practice';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Loaded } from '../../app/Loaded';
import { useSession } from '../../app/session';
import { SubPage } from '../../app/SubPage';
import { PlanningPart } from './PlanningPart';
import { PracticeFiguresPart } from './PracticeFiguresPart';
import { practiceQueries } from './practiceQueries';
import { practiceTexts as texts } from './practiceTexts';
import { SessionCard } from './SessionCard';
import { SessionLink } from './SessionLink';
import { isOver, nextOf } from './sessionTimes';

/** When do we practise next, on what, and what did I do so far? For champions also: what is to prepare? */
export function PracticePage() {
  const { api, formats, may } = useSession();
  const query = useQuery(practiceQueries.sessions(api));
  return (
    <SubPage title={texts.title} subtitle={texts.subtitle}>
      <Loaded
        query={query}
        standing={({ asOf }) => (asOf === null ? '' : texts.asOf(formats.moment(asOf)))}
        loading={<LoadingRows label={texts.loading} rows={6} />}
      >
        {(answer) => <Practice {...answer} />}
      </Loaded>
      {may.champion && <PracticeFiguresPart />}
    </SubPage>
  );
}

function Practice({ sessions, jobFamily }: PracticeSessionsResponse) {
  const { may } = useSession();
  const [now] = useState(() => Date.now());
  const next = nextOf(sessions, jobFamily, now);
  const others = sessions.filter((each) => each !== next);
  const past = others.filter(({ session }) => isOver(session, now));
  return (
    <>
      {next === undefined ? (
        <EmptyState title={texts.noneTitle}>
          {may.champion ? texts.noneForChampion : texts.none}
        </EmptyState>
      ) : (
        <SessionCard shown={next} />
      )}
      {may.champion && (
        <PlanningPart
          sessions={sessions
            .map(({ session }) => session)
            .filter(({ cancelledAt }) => cancelledAt === null)}
          now={now}
        />
      )}
      <SessionLinks
        title={texts.ahead}
        sessions={others.filter(({ session }) => !isOver(session, now))}
      />
      <SessionLinks title={texts.past} sessions={[...past].reverse()} />
    </>
  );
}

function SessionLinks({ title, sessions }: { title: string; sessions: readonly ShownSession[] }) {
  const styles = useStyles();
  const titleId = useId();
  if (sessions.length === 0) return null;
  return (
    <section>
      <Subtitle2 as="h2" id={titleId}>
        {title}
      </Subtitle2>
      <ul className={styles.list} aria-labelledby={titleId}>
        {sessions.map((each) => (
          <SessionLink key={each.session.clientKey} {...each} />
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    marginTop: tokens.spacingVerticalS,
    padding: 0,
    listStyleType: 'none',
  },
});
