import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { coachingReasons, type CoachingResponse } from '@last-mile/shared/coaching';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded';
import { useSession } from '../../app/session';
import { SubPage } from '../../app/SubPage';
import { coachingQueries } from './coachingQueries';
import { coachingTexts as texts } from './coachingTexts';
import { OutreachLog } from './OutreachLog';
import { ReasonGroup } from './ReasonGroup';

/** Whom may it help to talk to, and what came of it where somebody did? For champions alone. */
export function CoachingPage() {
  const { api, formats } = useSession();
  const query = useQuery(coachingQueries.list(api));
  return (
    <SubPage title={texts.title} subtitle={texts.subtitle} wide>
      <Loaded
        query={query}
        standing={({ asOf }) => (asOf === null ? '' : texts.asOf(formats.moment(asOf)))}
        loading={<LoadingRows label={texts.loading} rows={6} />}
      >
        {(coaching) => <Coaching {...coaching} />}
      </Loaded>
    </SubPage>
  );
}

function Coaching({ people, outreaches, optedOut }: CoachingResponse) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {people.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>
      ) : (
        coachingReasons.map((reason) => (
          <ReasonGroup
            key={reason}
            reason={reason}
            people={people.filter((person) => person.reason === reason)}
          />
        ))
      )}
      {optedOut !== null && <Text>{texts.optedOut(optedOut)}</Text>}
      {outreaches.length > 0 ? (
        <OutreachLog outreaches={outreaches} />
      ) : (
        <Caption1 className={styles.quiet}>{texts.logEmpty}</Caption1>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});
