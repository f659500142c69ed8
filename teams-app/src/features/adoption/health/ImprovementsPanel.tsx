import { Caption1Strong, makeStyles, Text, tokens } from '@fluentui/react-components';
import { BarList } from '../../../app/figures/BarList';
import { Panel } from '../panel/Panel';
import type { Shown } from '../panel/shown';
import { improvementRoutes, improvementsReport, improvementStates } from './healthReports';
import { healthTexts as texts } from '../../../app/figures/healthTexts';

/** Answers "What became of the ideas people had?" */
export function ImprovementsPanel({ shown }: { shown: Shown }) {
  const styles = useStyles();
  const { improvements } = shown.range;
  const { number } = shown.formats;
  const bar = (name: string, value: number) => ({ name, value, words: number(value) });
  return (
    <Panel
      name="improvements"
      title={texts.improvementsTitle}
      definition={texts.improvementsDefinition}
      shown={shown}
    >
      <Text>{improvementsReport(shown).summary}</Text>
      {improvements.total > 0 && (
        <div className={styles.columns}>
          <div>
            <Caption1Strong block>{texts.byState}</Caption1Strong>
            <BarList
              total={improvements.total}
              bars={improvementStates.map((state) =>
                bar(texts.states[state], improvements.byState[state]),
              )}
            />
          </div>
          <div>
            <Caption1Strong block>{texts.byRoute}</Caption1Strong>
            <BarList
              total={improvements.total}
              bars={improvementRoutes.map((route) =>
                bar(texts.routes[route], improvements.byRoute[route]),
              )}
            />
          </div>
        </div>
      )}
    </Panel>
  );
}

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
  },
});
