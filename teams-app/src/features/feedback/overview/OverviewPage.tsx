import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { addDays } from '@last-mile/shared/calendar';
import type { FeedbackOverview } from '@last-mile/shared/feedback';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { FeedbackPlace } from '../FeedbackPlace';
import { feedbackQueries } from '../feedbackQueries';
import { feedbackTexts } from '../feedbackTexts';
import { BadStarts } from './BadStarts';
import { OverviewFigures } from './OverviewFigures';
import { CausesTable, FlagRatesTable, OverdueTable } from './OverviewTables';
import { overviewTexts as texts } from './overviewTexts';

/** How do we answer feedback, and what does it tell us? */
export function OverviewPage() {
  const { api } = useSession();
  const query = useQuery(feedbackQueries.overview(api));
  return (
    <FeedbackPlace current="feedbackOverview">
      <Loaded query={query} loading={<LoadingRows label={texts.loading} />}>
        {(overview) =>
          isEmpty(overview) ? (
            <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>
          ) : (
            <Overview {...overview} />
          )
        }
      </Loaded>
    </FeedbackPlace>
  );
}

function Overview({ weeks, asOf, ...overview }: FeedbackOverview) {
  const styles = useStyles();
  const { formats } = useSession();
  return (
    <div className={styles.root}>
      <OverviewFigures {...overview} />
      <OverdueTable {...overview} />
      <FlagRatesTable {...overview} />
      <CausesTable {...overview} />
      <BadStarts {...overview} />
      <Caption1 className={styles.quiet}>
        {texts.since(formats.days(weeks.from, addDays(weeks.until, 6)))}{' '}
        {asOf !== null && feedbackTexts.asOf(formats.moment(asOf))}
      </Caption1>
    </div>
  );
}

/** Nothing was answered, fell due or was flagged in these weeks. */
function isEmpty(overview: FeedbackOverview): boolean {
  const { firstResponseDays, closingDays, overdue, flagRates, causes, badStarts } = overview;
  return (
    [firstResponseDays, closingDays].every(({ state }) => state !== 'known') &&
    [overdue, flagRates, causes, badStarts].every(({ length }) => length === 0)
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});
