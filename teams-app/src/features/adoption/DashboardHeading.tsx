import {
  Badge,
  Caption1,
  makeStyles,
  mergeClasses,
  Select,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import { isoWeekOfDay } from '@last-mile/shared/adoption';
import { LinkButton } from '../../app/LinkButton';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { closedMondays } from './askableWeeks';
import { weekRanges, type DashboardView } from './dashboardView';
import { dashboardTexts as texts } from './dashboardTexts';
import { DashboardShare } from './DashboardShare';
import type { Shown } from './panel/shown';
import { useOffPaper } from '../../app/useOffPaper';
import { numberInPhase, type DashboardReading } from './weekReading';
import { weeksTexts } from './weeks/weeksTexts';

export interface DashboardHeadingProps {
  shown: Shown;
  reading: DashboardReading;
  view: DashboardView;
  onView: (view: DashboardView) => void;
}

/** Which programme, which week, as of when; and what a reader may choose of it. */
export function DashboardHeading({ shown, reading, view, onView }: DashboardHeadingProps) {
  const styles = useStyles();
  const offPaper = useOffPaper();
  const { may } = useSession();
  const { whole, formats } = shown;
  const first = whole.weeks[0]?.startsOn ?? whole.asOf.slice(0, 10);
  return (
    <header className={styles.root}>
      <div>
        <Subtitle1 as="h1" block>
          {whole.programmeName}
        </Subtitle1>
        <Stand shown={shown} reading={reading} />
      </div>
      <div className={mergeClasses(styles.choices, offPaper)}>
        <Select
          size="small"
          aria-label={texts.until}
          value={view.until ?? ''}
          onChange={(_, { value }) => {
            onView({ ...view, until: value === '' ? null : value });
          }}
        >
          <option value="">{texts.untilNow}</option>
          {closedMondays(first, new Date(whole.asOf), whole.timeZone).map((monday) => (
            <option key={monday} value={isoWeekOfDay(monday)}>
              {texts.untilWeek(formats.day(monday))}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          aria-label={texts.weeks}
          value={String(view.weeks)}
          onChange={(_, { value }) => {
            onView({ ...view, weeks: weekRanges.find((range) => String(range) === value) ?? 26 });
          }}
        >
          {weekRanges.map((range) => (
            <option key={range} value={range}>
              {texts.range(range)}
            </option>
          ))}
        </Select>
        {may.champion && (
          <>
            <LinkButton href={toHref({ page: 'workflows' })} size="small">
              {texts.tasks}
            </LinkButton>
            <LinkButton href={toHref({ page: 'peopleAndData' })} size="small">
              {texts.peopleAndData}
            </LinkButton>
          </>
        )}
        <DashboardShare shown={shown} view={view} onView={onView} />
      </div>
    </header>
  );
}

function Stand({ shown, reading: { latest } }: Pick<DashboardHeadingProps, 'shown' | 'reading'>) {
  const styles = useStyles();
  const { whole, formats } = shown;
  const asOf = texts.asOf(formats.moment(whole.asOf));
  if (latest === undefined) return <Caption1 className={styles.stand}>{asOf}</Caption1>;
  const phase = weeksTexts.phase(latest, numberInPhase(whole.weeks, latest));
  return (
    <Caption1 className={styles.stand}>
      <span>{texts.weekAndPhase(formats.day(latest.startsOn), phase)}</span>
      {latest.state === 'provisional' && (
        <Badge appearance="tint" color="warning" size="small" title={weeksTexts.provisionalMeaning}>
          {weeksTexts.provisional}
        </Badge>
      )}
      <span>{asOf}</span>
    </Caption1>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  stand: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});
