import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { hasRole } from '@last-mile/shared/user';
import { useSession } from '../../../app/session';
import { ChartPanel, type Look } from '../panel/ChartPanel';
import type { Shown } from '../panel/shown';
import { copilotInWords } from './copilotInWords';
import { SurfacesChart } from './SurfacesChart';
import { rateOf } from '../weekReading';
import { surfaces, surfacesReport } from './surfacesReport';
import { surfacesTexts as texts } from './surfacesTexts';

const chartHeight = 220;
const legendHeight = 20;

/** Answers "Where do people use it: Outlook, Teams or Copilot, and what is not known?" */
export function SurfacesPanel({ shown, look }: { shown: Shown; look: Look }) {
  return (
    <ChartPanel
      name="surfaces"
      title={texts.title}
      definition={texts.definition}
      shown={shown}
      summary={surfacesReport(shown).summary}
      empty={!isAnyKnown(shown.range.weeks)}
      look={look}
      height={chartHeight + legendHeight}
      foot={<Copilot shown={shown} />}
    >
      <SurfacesChart shown={shown} height={chartHeight} />
    </ChartPanel>
  );
}

function isAnyKnown(weeks: Shown['range']['weeks']) {
  return weeks.some((week) => surfaces.some((surface) => rateOf(week.surfaces[surface]) !== null));
}

function Copilot({ shown: { whole, formats } }: { shown: Shown }) {
  const styles = useStyles();
  const { user } = useSession();
  const { attention, sentences } = copilotInWords(
    whole.copilot,
    { asOf: whole.asOf, admin: hasRole(user, 'Admin') },
    formats,
  );
  const words = sentences.join(' ');
  if (!attention) {
    return (
      <Text size={200} className={styles.quiet}>
        {words}
      </Text>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{words}</MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });
