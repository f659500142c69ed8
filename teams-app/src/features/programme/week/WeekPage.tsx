import { makeStyles, tokens } from '@fluentui/react-components';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../app/LinkButton';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { OwnerNotice } from './OwnerNotice';
import { WeekLines } from './WeekLines';
import { weekQueries } from './weekQueries';
import { weekTexts as texts } from './weekTexts';

/** What does the programme need from me this week? For its champions, who land here. */
export function WeekPage() {
  const styles = useStyles();
  const { api } = useSession();
  const query = useQuery(weekQueries.work(api));
  return (
    <SubPage title={texts.title} subtitle={texts.subtitle} gap="XL">
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={6} />}>
        {(week) => (
          <>
            <OwnerNotice owner={week.owner} />
            <WeekLines week={week} />
            <div className={styles.further}>
              <LinkButton href={toHref({ page: 'programmeEffort' })}>{texts.effort}</LinkButton>
              {week.phase !== 'planned' && (
                <LinkButton href={toHref({ page: 'programmeEnding' })}>{texts.ending}</LinkButton>
              )}
            </div>
          </>
        )}
      </Loaded>
    </SubPage>
  );
}

const useStyles = makeStyles({
  further: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});
