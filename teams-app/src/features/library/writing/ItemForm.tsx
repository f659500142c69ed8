import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import type { Issue } from '@last-mile/shared/problem';
import { libraryItemKinds, type LibraryContent } from '@last-mile/shared/library';
import { issueAtInWords } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { tasksQuery } from '../../../app/tasksQuery';
import { libraryTexts } from '../libraryTexts';
import { lifeTexts as texts } from '../lifeTexts';
import { TaskField } from '../TaskField';
import { PlaceholderFields } from './PlaceholderFields';
import { SourceFields } from './SourceFields';
import { WritingAdvice } from './WritingAdvice';

export interface ItemFormProps {
  content: LibraryContent;
  /** Only a new item may still become the other kind. */
  mayChangeKind: boolean;
  /** What the API found to mend, by its path in the request. */
  issues: readonly Issue[];
  onChange: (part: Partial<LibraryContent>) => void;
}

const { fields } = libraryTexts;

/** Every part of an item's text, in the order in which it is thought of. */
export function ItemForm({ content, mayChangeKind, issues, onChange }: ItemFormProps) {
  const styles = useStyles();
  const { api, programme } = useSession();
  const tasks = useQuery(tasksQuery(api)).data ?? [];
  const steps = tasks.find(({ clientKey }) => clientKey === content.taskKey)?.steps ?? [];
  const mend = (field: keyof LibraryContent) => issueAtInWords(issues, `content.${field}`);
  const isPrompt = content.kind === 'prompt';

  return (
    <>
      {mayChangeKind && (
        <Field label={fields.kind}>
          <Select
            value={content.kind}
            onChange={(_, { value }) => {
              const kind = libraryItemKinds.find((one) => one === value) ?? 'prompt';
              onChange({
                kind,
                subject: kind === 'template' ? '' : null,
                assistant: kind === 'prompt' ? 'Copilot Chat' : null,
              });
            }}
          >
            {libraryItemKinds.map((kind) => (
              <option key={kind} value={kind}>
                {libraryTexts.kinds[kind]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={fields.title} required validationMessage={mend('title')}>
        <Input
          value={content.title}
          maxLength={255}
          onChange={(_, { value }) => {
            onChange({ title: value });
          }}
        />
      </Field>
      <Field label={fields.purpose} validationMessage={mend('purpose')}>
        <Textarea
          value={content.purpose}
          onChange={(_, { value }) => {
            onChange({ purpose: value });
          }}
        />
      </Field>
      <div className={styles.beside}>
        <TaskField
          tasks={tasks}
          value={content.taskKey}
          onChange={(taskKey) => {
            onChange({ taskKey, stepKey: null });
          }}
        />
        {steps.length > 0 && (
          <Field label={fields.stepKey}>
            <Select
              value={content.stepKey ?? ''}
              onChange={(_, { value }) => {
                onChange({ stepKey: value || null });
              }}
            >
              <option value="">{texts.wholeTask}</option>
              {steps.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <fieldset className={styles.families}>
        <legend>{fields.jobFamilies}</legend>
        {programme.jobFamilies.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={content.jobFamilies.includes(id)}
            onChange={(_, { checked }) => {
              const others = content.jobFamilies.filter((one) => one !== id);
              onChange({ jobFamilies: checked === true ? [...others, id] : others });
            }}
          />
        ))}
      </fieldset>
      {isPrompt ? (
        <Field label={fields.assistant}>
          <Input
            value={content.assistant ?? ''}
            onChange={(_, { value }) => {
              onChange({ assistant: value || null });
            }}
          />
        </Field>
      ) : (
        <Field label={fields.subject}>
          <Input
            value={content.subject ?? ''}
            onChange={(_, { value }) => {
              onChange({ subject: value || null });
            }}
          />
        </Field>
      )}
      <Field
        label={fields.body}
        required
        hint={isPrompt ? texts.bodyHint : `${texts.bodyHint} ${texts.templateHint}`}
        validationMessage={mend('body')}
      >
        <Textarea
          value={content.body}
          rows={10}
          resize="vertical"
          onChange={(_, { value }) => {
            onChange({ body: value });
          }}
        />
      </Field>
      <WritingAdvice content={content} />
      <PlaceholderFields content={content} onChange={onChange} />
      <Field label={fields.exampleOutput}>
        <Textarea
          value={content.exampleOutput}
          resize="vertical"
          onChange={(_, { value }) => {
            onChange({ exampleOutput: value });
          }}
        />
      </Field>
      <Field label={fields.checkBeforeTrusting}>
        <Textarea
          value={content.checkBeforeTrusting}
          onChange={(_, { value }) => {
            onChange({ checkBeforeTrusting: value });
          }}
        />
      </Field>
      <SourceFields sources={content.sources} issues={issues} onChange={onChange} />
      <div className={styles.beside}>
        <Field label={texts.language}>
          <Input
            value={content.language}
            maxLength={35}
            onChange={(_, { value }) => {
              onChange({ language: value });
            }}
          />
        </Field>
        <Field label={texts.tags}>
          <Input
            value={content.tags.join(',')}
            onChange={(_, { value }) => {
              onChange({ tags: value === '' ? [] : value.split(',') });
            }}
          />
        </Field>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  families: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    border: 'none',
    '& > legend': { padding: 0 },
  },
});
