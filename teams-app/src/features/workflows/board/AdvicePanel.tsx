import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { formAdvice, sourcesAdvice, type WorkflowMap } from '@last-mile/shared/workflows';
import { workflowsTexts as texts } from '../workflowsTexts';
import { BoardPart } from './BoardPart';

/** Does the task need one prompt, a chain or an agent, and what must it rest on? From the map's own facts. */
export function AdvicePanel({ steps, escalation }: Pick<WorkflowMap, 'steps' | 'escalation'>) {
  const styles = useStyles();
  const { form, reason, steps: about } = formAdvice({ steps, escalation });
  const { sources, unsaid } = sourcesAdvice(steps);
  const named = (keys: readonly string[]) =>
    steps
      .filter(({ id, name }) => keys.includes(id) && name !== '')
      .map(({ name }) => name)
      .join(', ');
  return (
    <BoardPart title={texts.advice}>
      <div className={styles.root}>
        <div className={styles.part}>
          <Subtitle2 as="h3">{texts.formTitle}</Subtitle2>
          {form !== null && <Text weight="semibold">{texts.forms[form]}</Text>}
          <Text>{texts.formReasons[reason]}</Text>
          {about.length > 0 && <Text className={styles.quiet}>{named(about)}</Text>}
        </div>
        <div className={styles.part}>
          <Subtitle2 as="h3">{texts.sourcesTitle}</Subtitle2>
          {sources.length === 0 && unsaid.length === 0 && <Text>{texts.noSources}</Text>}
          {sources.length > 0 && (
            <ul className={styles.list}>
              {sources.map(({ source, grounding, steps: reading }) => (
                <li key={source}>
                  <Text>
                    {texts.sourceAdvice(texts.sourceKinds[source], texts.groundings[grounding])}
                  </Text>{' '}
                  <Text className={styles.quiet}>{named(reading)}</Text>
                </li>
              ))}
            </ul>
          )}
          {unsaid.length > 0 && <Text>{texts.unsaid(named(unsaid))}</Text>}
        </div>
      </div>
    </BoardPart>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: tokens.spacingHorizontalXXL,
  },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
  },
});
