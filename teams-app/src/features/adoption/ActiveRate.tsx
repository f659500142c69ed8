import { Badge, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { useSession } from '../../app/session';
import { adoptionTexts as texts } from './adoptionTexts';
import {
  changeBetween,
  pointsBetween,
  numberInPhase,
  type DashboardReading,
  type MeasuredWeek,
} from './dashboardReading';
import { Panel } from './Panel';
import { ShareBar } from './ShareBar';
import { shareInWords } from './shareInWords';

export interface ActiveRateProps {
  dashboard: DashboardResponse;
  reading: DashboardReading;
}

/** The one figure: who was active in the last week that is over, against the target and the start. */
export function ActiveRate({ dashboard, reading }: ActiveRateProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { latest, current } = reading;
  if (latest === undefined) return null;
  const phase = texts.phase(latest, numberInPhase(dashboard.weeks, latest));
  return (
    <Panel
      title={texts.activeTitle}
      definition={texts.activeDefinition}
      aside={
        latest.state === 'provisional' && (
          <Badge appearance="tint" color="warning" title={texts.provisionalMeaning}>
            {texts.provisional}
          </Badge>
        )
      }
    >
      <Caption1 className={styles.quiet}>
        {texts.activeWeek(formats.day(latest.startsOn), phase)}
      </Caption1>
      {current === undefined ? (
        <Text size={500} weight="semibold">
          {shareInWords(latest.active, formats, dashboard.smallestGroup)}
        </Text>
      ) : (
        <Known dashboard={dashboard} reading={reading} current={current} />
      )}
      {latest.state === 'provisional' && (
        <Caption1 className={styles.quiet}>{texts.provisionalMeaning}</Caption1>
      )}
    </Panel>
  );
}

function Known({ dashboard, reading, current }: ActiveRateProps & { current: MeasuredWeek }) {
  const styles = useStyles();
  const { formats } = useSession();
  const target = dashboard.targetActiveRate;
  const missing = pointsBetween(current.rate, target);
  return (
    <>
      <div className={styles.figure}>
        <span className={styles.rate}>{formats.percent(current.rate)}</span>
        <Text size={400} className={styles.quiet}>
          {texts.activeOf(formats.number(current.n), formats.number(current.of))}
        </Text>
      </div>
      <div>
        <ShareBar rate={current.rate} target={target} thick />
        <Text size={200} weight="semibold">
          {missing <= 0
            ? texts.targetMet(formats.percent(target))
            : texts.targetMissed(missing, formats.percent(target))}
        </Text>
      </div>
      <Text>
        <SinceStart dashboard={dashboard} before={reading.before} current={current} />
      </Text>
    </>
  );
}

interface SinceStartProps {
  dashboard: DashboardResponse;
  before: MeasuredWeek | undefined;
  current: MeasuredWeek;
}

function SinceStart({ dashboard, before, current }: SinceStartProps) {
  const { formats } = useSession();
  if (before === undefined) return texts.beforeUnknown;
  const change = changeBetween(before, current, dashboard.smallestGroup);
  const rate = formats.percent(before.rate);
  const moved = before.of !== current.of;
  return (
    <>
      {change === null
        ? texts.aboutTheSame(rate)
        : texts.since(
            formats.points(change),
            rate,
            formats.number(before.n),
            formats.number(before.of),
          )}
      {moved && (
        <>
          {' '}
          {(before.of < current.of ? texts.grown : texts.shrunk)(
            formats.number(before.of),
            formats.number(current.of),
          )}
        </>
      )}
    </>
  );
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  figure: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
  },
  rate: {
    fontSize: tokens.fontSizeHero1000,
    lineHeight: tokens.lineHeightHero1000,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});
