import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Checkpoint, CheckpointDay, CheckpointsResponse } from '@last-mile/shared/checkpoints';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { SubPage } from '../../app/SubPage';
import { AgainstOthers } from './AgainstOthers';
import { AnswerCard } from './AnswerCard';
import { checkpointsQueries } from './checkpointsQueries';
import { checkpointsTexts as texts } from './checkpointsTexts';
import { LookBacks } from './decisions/LookBacks';
import { Findings } from './Findings';
import { HeadlineRow } from './HeadlineRow';
import { NextCheckpoint } from './NextCheckpoint';
import { Part } from './Part';
import { answersOf } from './said/answers';
import { cohortInWords } from './said/cohort';
import { headlineOf } from './said/headline';
import { SavedTimeBars } from './SavedTimeBars';
import { ShareCheckpoint } from './ShareCheckpoint';

export interface CheckpointPageProps {
  day: CheckpointDay;
}

/** What did these weeks change, and what do we change now? */
export function CheckpointPage({ day }: CheckpointPageProps) {
  const { api, programme } = useSession();
  const query = useQuery(checkpointsQueries.all(api, programme));
  return (
    <SubPage
      backHref={toHref({ page: 'checkpoints' })}
      back={texts.back}
      title={texts.checkpointOf(day)}
      subtitle={`${programme.name}. ${texts.subtitle}`}
      wide
      gap="XXL"
    >
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={8} />}>
        {(answer) => {
          const taken = answer.taken.find((each) => each.day === day);
          return taken === undefined ? (
            <NotThere day={day} answer={answer} />
          ) : (
            <Taken checkpoint={taken} answer={answer} />
          );
        }}
      </Loaded>
    </SubPage>
  );
}

function NotThere({ day, answer }: { day: CheckpointDay; answer: CheckpointsResponse }) {
  const missing = answer.missing.find((each) => each.day === day);
  return (
    <>
      <EmptyState title={texts.notTakenTitle}>
        {missing === undefined ? texts.notTaken : texts.missing[missing.because]}
      </EmptyState>
      {answer.next?.day === day && <NextCheckpoint next={answer.next} />}
    </>
  );
}

function Taken({ checkpoint, answer }: { checkpoint: Checkpoint; answer: CheckpointsResponse }) {
  const styles = useStyles();
  const { formats, programme } = useSession();
  const { figures, day } = checkpoint;
  const decisions = answer.decisions.filter((decision) => decision.day === day);
  return (
    <>
      <div className={styles.head}>
        <Text>{cohortInWords(checkpoint, programme, formats)}</Text>
        <ShareCheckpoint checkpoint={checkpoint} decisions={decisions} />
      </div>
      <Part title={texts.headline}>
        <HeadlineRow figures={headlineOf(figures, formats)} />
      </Part>
      <Findings checkpoint={checkpoint} decisions={decisions} />
      {answer.taken[0]?.day !== day && <LookBacks day={day} decisions={answer.decisions} />}
      <Part title={texts.questionsTitle}>
        <div className={styles.answers}>
          {answersOf(figures, formats).map((each) => (
            <AnswerCard key={each.question} answer={each} />
          ))}
        </div>
      </Part>
      <SavedTimeBars answers={figures.time.savedTime} />
      <AgainstOthers figure={figures.use.againstOthers} />
    </>
  );
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  // Below each other in columns: a long card leaves no hole beside it.
  answers: { columns: '380px 2', columnGap: tokens.spacingHorizontalM },
});
