import {
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { feedbackOutcomes } from '@last-mile/shared/feedback';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { tasksQuery } from '../../../app/tasksQuery';
import { feedbackQueries } from '../feedbackQueries';
import { mended, type DraftFieldsProps } from './fields';
import { ItemField } from './ItemField';
import { triageTexts as texts } from './triageTexts';
import { VendorCaseFields } from './VendorCaseFields';
import { NoteField, WordsField } from './WordsField';

/** Exactly one of the five ways it ends, each with what it is linked to. */
export function CloseFields(props: DraftFieldsProps) {
  const { draft, onChange, mend } = props;
  const styles = useStyles();
  return (
    <>
      <Field label={texts.outcome} required {...mended(mend, 'route', texts.mend.route)}>
        <RadioGroup
          value={draft.route ?? ''}
          onChange={(_, { value }) => {
            onChange({ route: feedbackOutcomes.find((route) => route === value) ?? null });
          }}
        >
          {feedbackOutcomes.map((route) => (
            <Radio
              key={route}
              value={route}
              label={
                <>
                  <Text
                    weight={draft.route === route ? 'semibold' : 'regular'}
                    className={styles.name}
                  >
                    {texts.outcomes[route]}
                  </Text>
                  <Text className={styles.hint}> {texts.outcomeHints[route]}</Text>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {draft.route !== null && (
        <>
          <OutcomeFields {...props} />
          <NoteField {...props} />
        </>
      )}
    </>
  );
}

function OutcomeFields(props: DraftFieldsProps) {
  const words = { draft: props.draft, onChange: props.onChange, mend: props.mend };
  switch (props.draft.route) {
    case 'promptAdjusted':
      return <AdjustedFields {...props} />;
    case 'workflowChanged':
      return <WorkflowFields {...props} />;
    case 'trainingChanged':
      return <TrainingFields {...props} />;
    case 'vendor':
      return (
        <>
          <VendorCaseFields {...props} />
          <WordsField {...words} field="answer" label={texts.answer} required />
        </>
      );
    case 'declined':
      return (
        <WordsField
          {...words}
          field="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          required
        />
      );
    case null:
      return null;
  }
}

/** The published version that mends it. */
function AdjustedFields(props: DraftFieldsProps) {
  const { item, draft, onChange, mend } = props;
  const { api, formats } = useSession();
  const { itemKey } = draft;
  const versions = useQuery({
    ...feedbackQueries.versions(api, itemKey),
    enabled: itemKey !== '',
  });
  const { about } = item;
  const read = about.type === 'libraryItem' && about.itemKey === itemKey ? about.version : 0;
  const later = versions.data?.filter(({ version }) => version > read);
  return (
    <>
      <ItemField {...props} />
      <Field
        label={texts.version}
        required
        hint={later?.length === 0 ? texts.noLaterVersion : ''}
        {...mended(mend, 'version', texts.mend.version)}
      >
        <Select
          value={draft.version === null ? '' : String(draft.version)}
          onChange={(_, { value }) => {
            onChange({ version: value === '' ? null : Number(value) });
          }}
        >
          <option value="">{texts.chooseVersion}</option>
          {later?.map(({ version, approvedAt }) => (
            <option key={version} value={version}>
              {texts.versionOption(version, formats.moment(approvedAt))}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

/** The task or step that goes otherwise now. */
function WorkflowFields({ draft, onChange, mend }: DraftFieldsProps) {
  const { api } = useSession();
  const tasks = useQuery(tasksQuery(api)).data ?? [];
  const task = tasks.find(({ clientKey }) => clientKey === draft.workflowKey);
  return (
    <>
      <Field
        label={texts.workflow}
        required
        {...mended(mend, 'workflowKey', texts.mend.workflowKey)}
      >
        <Select
          value={draft.workflowKey}
          onChange={(_, { value }) => {
            onChange({ workflowKey: value, stepKey: '' });
          }}
        >
          <option value="">{texts.chooseWorkflow}</option>
          {tasks.map(({ clientKey, task: name }) => (
            <option key={clientKey} value={clientKey}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {task !== undefined && task.steps.length > 0 && (
        <Field label={texts.workflowStep}>
          <Select
            value={draft.stepKey}
            onChange={(_, { value }) => {
              onChange({ stepKey: value });
            }}
          >
            <option value="">{texts.wholeTask}</option>
            {task.steps.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <WordsField {...{ draft, onChange, mend }} field="change" label={texts.change} required />
    </>
  );
}

/** The session of practice that takes it up, or another training by its name. */
function TrainingFields({ draft, onChange, mend }: DraftFieldsProps) {
  const { api, formats } = useSession();
  const sessions = useQuery(feedbackQueries.sessions(api)).data ?? [];
  return (
    <>
      {sessions.length > 0 && (
        <Field label={texts.session}>
          <Select
            value={draft.sessionKey}
            onChange={(_, { value }) => {
              const title = sessions.find(({ clientKey }) => clientKey === value)?.title ?? '';
              onChange({ sessionKey: value, training: title });
            }}
          >
            <option value="">{texts.otherTraining}</option>
            {sessions.map(({ clientKey, title, startsAt }) => (
              <option key={clientKey} value={clientKey}>
                {texts.sessionOption(title, formats.moment(startsAt))}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {draft.sessionKey === '' && (
        <WordsField
          {...{ draft, onChange, mend }}
          field="training"
          label={texts.training}
          hint={texts.trainingHint}
          required
          oneLine
        />
      )}
    </>
  );
}

const useStyles = makeStyles({
  name: { color: tokens.colorNeutralForeground1 },
  hint: { color: tokens.colorNeutralForeground2 },
});
