import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { useSession } from '../../app/session';
import { adoptionTexts as texts } from './adoptionTexts';
import { readDashboard } from './dashboardReading';
import { Panel } from './Panel';
import { ShareBar } from './ShareBar';
import { peopleInWords, shareInWords } from './shareInWords';

/** The two kinds of counted action, always apart. */
export function KindsOfUse({ dashboard }: { dashboard: DashboardResponse }) {
  const styles = useStyles();
  return (
    <Panel title={texts.kindsTitle} definition={texts.kindsDefinition}>
      <div className={styles.kinds}>
        <Kind dashboard={dashboard} kind="aiUse" title={texts.aiUse} meaning={texts.aiUseMeaning} />
        <Kind
          dashboard={dashboard}
          kind="templateUse"
          title={texts.templateUse}
          meaning={texts.templateUseMeaning}
        />
      </div>
    </Panel>
  );
}

interface KindProps {
  dashboard: DashboardResponse;
  kind: 'aiUse' | 'templateUse';
  title: string;
  meaning: string;
}

function Kind({ dashboard, kind, title, meaning }: KindProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { latest, current, before } = readDashboard(dashboard, kind);
  if (latest === undefined) return null;
  const share = latest[kind];
  return (
    <div>
      <div className={styles.line}>
        <Text weight="semibold">{title}</Text>
        <Text>
          <Text weight="semibold">{shareInWords(share, formats, dashboard.smallestGroup)}</Text>{' '}
          <Caption1 className={styles.quiet}>{peopleInWords(share, formats)}</Caption1>
        </Text>
      </div>
      {current !== undefined && <ShareBar rate={current.rate} />}
      <Caption1 className={styles.quiet}>
        {meaning}
        {before !== undefined && <> · {texts.wasBefore(formats.percent(before.rate))}</>}
      </Caption1>
    </div>
  );
}

const useStyles = makeStyles({
  kinds: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
