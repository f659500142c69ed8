import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { weekStart } from '@last-mile/shared/adoption';
import { Notice } from '@last-mile/shared/ui';
import { Loaded } from '../../app/Loaded';
import { stayAt } from '../../app/routes';
import { useSession } from '../../app/session';
import { adoptionQueries } from './adoptionQueries';
import { askableWeek } from './askableWeeks';
import { Dashboard } from './Dashboard';
import { dashboardTexts as texts } from './dashboardTexts';
import type { DashboardView } from './dashboardView';
import { withFamilyNames } from './familyNames';
import { LoadingDashboard } from './LoadingDashboard';

/** Answers "Is the team using it, does it help, and what needs me this week?" */
export function DashboardPage({ view }: { view: DashboardView }) {
  const styles = useStyles();
  const { api, programme, formats, may } = useSession();
  const until = askableWeek(view.until, new Date(), programme.timeZone);
  const query = useQuery({
    ...adoptionQueries.dashboard(api, until),
    // Another week replaces this one when it is there, not before.
    placeholderData: keepPreviousData,
  });
  const onView = (next: DashboardView) => {
    stayAt({ page: 'dashboard', view: next });
  };
  return (
    <Loaded
      query={query}
      loading={<LoadingDashboard needs={may.champion && until === null} />}
      standing={({ asOf }) => texts.stale(formats.moment(asOf))}
    >
      {(dashboard) => (
        <div
          aria-busy={query.isPlaceholderData}
          className={mergeClasses(query.isPlaceholderData && styles.former)}
        >
          {until !== null && !query.isPlaceholderData && (
            <Notice intent="info" className={styles.past}>
              {texts.past(formats.day(weekStart(until)))}{' '}
              <Link
                as="button"
                inline
                onClick={() => {
                  onView({ ...view, until: null });
                }}
              >
                {texts.backToNow}
              </Link>
            </Notice>
          )}
          <Dashboard
            answer={withFamilyNames(dashboard, programme)}
            view={{ ...view, until }}
            onView={onView}
          />
        </div>
      )}
    </Loaded>
  );
}

const useStyles = makeStyles({
  past: { marginBottom: tokens.spacingVerticalM },
  /** The figures of another week, until those that were asked for are there. */
  former: { opacity: 0.5 },
});
