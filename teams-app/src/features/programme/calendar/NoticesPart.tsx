import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { calendarQueries } from './calendarQueries';
import { calendarTexts as texts } from './calendarTexts';

/** Says whether people are notified in Teams, and how many could not be. */
export function NoticesPart() {
  const styles = useStyles();
  const { api } = useSession();
  const query = useQuery(calendarQueries.notices(api));
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.notices}</Subtitle1>
      <Loaded query={query} loading={<LoadingRows label={texts.noticesLoading} rows={1} />}>
        {({ sending, notInstalled, notPermitted, refused }) => (
          <>
            <Text>{sending ? texts.noticesOn : texts.noticesOff}</Text>
            {notInstalled > 0 && <Text>{texts.notInstalled(notInstalled)}</Text>}
            {notPermitted > 0 && <Text>{texts.notPermitted(notPermitted)}</Text>}
            {refused > 0 && <Text>{texts.refused(refused)}</Text>}
            {sending && <Text className={styles.quiet}>{texts.unnamed}</Text>}
          </>
        )}
      </Loaded>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});
