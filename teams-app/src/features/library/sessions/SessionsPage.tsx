import { sessionClient } from '@last-mile/shared/client';
import { Badge, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { BuildSession } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { libraryQueries } from '../libraryQueries';
import { OpenSessionForm } from './OpenSessionForm';
import { SessionRoom } from './SessionRoom';
import { sessionTexts as texts } from './sessionTexts';

export interface SessionsPageProps {
  /** Key of the session to be in; all are listed without. */
  clientKey: string | undefined;
}

/** Which session can I join? Or, in one: what worked for others, and what do I add? */
export function SessionsPage({ clientKey }: SessionsPageProps) {
  return clientKey === undefined ? (
    <AllSessions />
  ) : (
    <SessionRoom key={clientKey} clientKey={clientKey} />
  );
}

function AllSessions() {
  const styles = useStyles();
  const { api, may } = useSession();
  const query = useQuery({
    queryKey: [...libraryQueries.root, 'sessions'],
    queryFn: ({ signal }) => sessionClient(api).sessions(signal),
  });
  return (
    <SubPage
      backHref={toHref({ page: 'library' })}
      back={texts.back}
      title={texts.title}
      subtitle={texts.subtitle}
    >
      {may.champion && <OpenSessionForm />}
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={4} />}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <EmptyState title={texts.noneTitle}>
              {may.champion ? texts.noneForChampion : texts.none}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {sessions.map((session) => (
                <SessionRow key={session.clientKey} session={session} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </SubPage>
  );
}

function SessionRow({ session }: { session: BuildSession }) {
  const styles = useStyles();
  const { formats } = useSession();
  const { clientKey, title, openedBy, openedAt, closedAt, entries, goesOn } = session;
  const running = closedAt === null;
  return (
    <li className={styles.row}>
      <div className={styles.title}>
        <Link href={toHref({ page: 'librarySessions', clientKey })}>{title}</Link>
        <Badge appearance="tint" color={running ? 'brand' : 'informative'}>
          {running ? texts.running : texts.ended}
        </Badge>
      </div>
      <Text className={styles.about} size={200}>
        {texts.openedBy(openedBy.name ?? texts.someone, formats.moment(openedAt))}
        {' · '}
        {texts.entries(entries)}
      </Text>
      {goesOn !== null && <Text size={200}>{texts.goesOn(formats.day(goesOn))}</Text>}
    </li>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  about: { color: tokens.colorNeutralForeground2 },
});
