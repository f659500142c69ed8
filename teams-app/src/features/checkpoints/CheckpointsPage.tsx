import {
  Caption1,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { Checkpoint } from '@last-mile/shared/checkpoints';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { SubPage } from '../../app/SubPage';
import { checkpointsQueries } from './checkpointsQueries';
import { checkpointsTexts as texts } from './checkpointsTexts';
import { HeadlineRow } from './HeadlineRow';
import { NextCheckpoint } from './NextCheckpoint';
import { weekDays } from './said/cohort';
import { headlineOf } from './said/headline';

/** Which checkpoints were taken, what do they say at a glance, and when is the next? */
export function CheckpointsPage() {
  const styles = useStyles();
  const { api, programme } = useSession();
  const query = useQuery(checkpointsQueries.all(api, programme));
  return (
    <SubPage title={texts.title} subtitle={texts.subtitle} wide>
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={6} />}>
        {({ taken, missing, next }) => (
          <>
            {missing.map(({ day, because }) => (
              <MessageBar key={day} intent="warning" layout="multiline">
                <MessageBarBody>
                  <MessageBarTitle>{texts.day(day)}</MessageBarTitle> {texts.missing[because]}
                </MessageBarBody>
              </MessageBar>
            ))}
            {taken.length > 0 && (
              <ul className={styles.list} aria-label={texts.takenList}>
                {taken.toReversed().map((checkpoint) => (
                  <TakenCheckpoint key={checkpoint.day} checkpoint={checkpoint} />
                ))}
              </ul>
            )}
            {next === null ? <Text>{texts.allTaken}</Text> : <NextCheckpoint next={next} />}
          </>
        )}
      </Loaded>
    </SubPage>
  );
}

function TakenCheckpoint({ checkpoint }: { checkpoint: Checkpoint }) {
  const styles = useStyles();
  const { formats } = useSession();
  const { day, figures, diagnosis } = checkpoint;
  return (
    <li className={styles.taken}>
      <div className={styles.head}>
        <Link href={toHref({ page: 'checkpoint', day })} className={styles.link}>
          {texts.open(day)}
        </Link>
        <Caption1>
          {texts.weekOf(weekDays(checkpoint, formats))} · {texts.findings(diagnosis.found.length)}
        </Caption1>
      </div>
      <HeadlineRow figures={headlineOf(figures, formats)} />
    </li>
  );
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  taken: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  link: { fontWeight: tokens.fontWeightSemibold },
});
