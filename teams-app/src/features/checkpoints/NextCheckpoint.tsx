import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CheckpointsResponse } from '@last-mile/shared/checkpoints';
import { useSession } from '../../app/session';
import { isDue } from './checkpointsQueries';
import { checkpointsTexts as texts } from './checkpointsTexts';
import { Part } from './Part';

/** When is the next one taken, and what does it need until then? */
export function NextCheckpoint({ next }: { next: NonNullable<CheckpointsResponse['next']> }) {
  const styles = useStyles();
  const { formats, programme } = useSession();
  if (isDue(next, programme)) {
    return (
      <Part title={texts.dueTitle(next.day)}>
        <Text>{texts.due}</Text>
      </Part>
    );
  }
  return (
    <Part title={texts.nextTitle(next.day)}>
      <Text>{texts.nextFrom(formats.day(next.takenFrom))}</Text>
      <div>
        <Text weight="semibold">{texts.needsTitle}</Text>
        <ul className={styles.needs}>
          {Object.values(texts.needs).map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      </div>
    </Part>
  );
}

const useStyles = makeStyles({
  needs: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});
