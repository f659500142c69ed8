import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { toHref, type Route } from '../../app/routes';
import { adoptionTexts as texts } from './adoptionTexts';
import type { DashboardReading } from './dashboardReading';
import { Panel } from './Panel';

interface Need {
  readonly words: string;
  readonly urgent: boolean;
  readonly route?: Route;
}

export interface NeedsYouProps {
  dashboard: DashboardResponse;
  reading: DashboardReading;
}

/** What a champion should do this week, the most urgent first. */
export function NeedsYou({ dashboard, reading }: NeedsYouProps) {
  const styles = useStyles();
  const needs = needsOf(dashboard, reading);
  return (
    <Panel title={texts.needsTitle}>
      {needs.length === 0 ? (
        <Text className={styles.need}>
          <CheckmarkCircleRegular className={styles.icon} aria-hidden />
          {texts.needsNothing}
        </Text>
      ) : (
        <ul className={styles.list}>
          {needs.map(({ words, urgent, route }) => (
            <li key={words} className={styles.need}>
              {urgent ? (
                <ErrorCircleRegular className={styles.urgent} aria-hidden />
              ) : (
                <ChevronRightRegular className={styles.icon} aria-hidden />
              )}
              {route === undefined ? (
                <Text>{words}</Text>
              ) : (
                <Link href={toHref(route)}>{words}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function needsOf(
  { library, feedback }: Pick<DashboardResponse, 'library' | 'feedback'>,
  { decay }: DashboardReading,
): Need[] {
  const queue: Route = { page: 'feedback', list: 'queue' };
  const counted = (
    count: number,
    words: (count: number) => string,
    route: Route,
    urgent = false,
  ): Need[] => (count > 0 ? [{ words: words(count), urgent, route }] : []);
  return [
    ...counted(feedback.openReachedClient, texts.needsClient, queue, true),
    ...counted(feedback.overdue, texts.needsOverdue, queue, true),
    ...(decay?.flagged === true ? [{ words: texts.needsDecay, urgent: true }] : []),
    ...counted(library.proposals, texts.needsProposals, { page: 'library', status: 'published' }),
    ...counted(library.pastReview, texts.needsReview, { page: 'library', status: 'published' }),
    ...counted(library.drafts, texts.needsDrafts, { page: 'library', status: 'draft' }),
    ...counted(library.tasks - library.tasksWithItem, texts.needsTasks, { page: 'library' }),
  ];
}

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  need: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  icon: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorNeutralForeground3,
  },
  urgent: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorStatusDangerForeground1,
  },
});
