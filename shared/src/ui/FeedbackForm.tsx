import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Select,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import {
  flagReason,
  flagReasons,
  type FeedbackRequest,
  type FeedbackSubject,
  type FlagReason,
} from '../feedback';
import { multiLineLimit } from '../text';
import { failureInWords } from './failureInWords';
import { feedbackFormTexts as texts } from './feedbackFormTexts';
import { PastedOutput, sentOutputOf, type OutputDraft } from './PastedOutput';
import { uiTexts } from './uiTexts';
import { useDraft } from './useDraft';

export interface FeedbackFormProps {
  kind: 'flag' | 'suggestion';
  about: FeedbackSubject;
  /** What it is about, in the person's words: shown above the form. */
  aboutLabel: string;
  surface: 'teams' | 'outlook';
  /** Names the account and the subject; what is typed is kept under it until it is safe. */
  draftKey: string;
  /** Steps of the task it is about, where it is about one. @default [] */
  steps?: readonly { id: string; name: string }[];
  /** Names of people it may be about, as far as they are known: they are masked. @default [] */
  names?: readonly string[];
  /** Sends or keeps the words; throws only when they were refused and must be mended. */
  onSubmit: (request: FeedbackRequest) => Promise<'sent' | 'kept'>;
  onClose: () => void;
}

interface FeedbackDraft extends OutputDraft {
  /** Made with the first word, so that a repeated send after a crash is the same feedback. */
  clientKey: string;
  reason: FlagReason | null;
  reachedClient: boolean;
  text: string;
  caseConsent: boolean;
  /** The step of the task; '' for the whole. */
  stepKey: string;
  named: boolean;
}

/** A flag or a suggestion, in one line or more. The words are safe before it says so. */
export function FeedbackForm(props: FeedbackFormProps) {
  const { kind, aboutLabel, surface, onSubmit, onClose, steps = none, names = none } = props;
  const styles = useStyles();
  const { draft, change, discard } = useDraft<FeedbackDraft>(props.draftKey, emptyDraft);
  const [phase, setPhase] = useState<'writing' | 'sending' | 'sent' | 'kept'>('writing');
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const outcome = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (phase === 'sent' || phase === 'kept') outcome.current?.focus();
  }, [phase]);

  const textMissing = draft.text.trim() === '';
  const step = steps.find(({ id }) => id === draft.stepKey);
  const about = atStep(props.about, step?.id);
  const output = kind === 'flag' ? sentOutputOf(draft, names) : undefined;
  const mayBecomeCase = kind === 'flag' && (about.type === 'libraryItem' || output !== undefined);
  const reasonMissing = kind === 'flag' && draft.reason === null;

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    setAsked(true);
    if (textMissing || reasonMissing || phase === 'sending') return;
    setPhase('sending');
    setRefusal(undefined);
    const clientKey = draft.clientKey === '' ? crypto.randomUUID() : draft.clientKey;
    change({ clientKey });
    try {
      const result = await onSubmit({
        clientKey,
        kind,
        reason: kind === 'flag' ? draft.reason : null,
        reachedClient: kind === 'flag' && draft.reachedClient,
        about,
        text: draft.text,
        named: draft.named,
        surface,
        ...(output === undefined ? {} : { output }),
        ...(mayBecomeCase ? { caseConsent: draft.caseConsent } : {}),
      });
      await discard();
      setPhase(result);
    } catch (error) {
      // Refused words are new words once mended: they go under a new key.
      change({ clientKey: '' });
      setRefusal(failureInWords(error));
      setPhase('writing');
    }
  }

  if (phase === 'sent' || phase === 'kept') {
    return (
      <div className={styles.form} ref={outcome} tabIndex={-1}>
        <MessageBar intent={phase === 'sent' ? 'success' : 'info'} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {phase === 'sent' ? texts.sentTitle : texts.keptTitle}
            </MessageBarTitle>{' '}
            {phase === 'sent' ? texts.sent : texts.kept}
          </MessageBarBody>
        </MessageBar>
        <div className={styles.actions}>
          <Button appearance="primary" onClick={onClose}>
            {texts.close}
          </Button>
        </div>
      </div>
    );
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Text className={styles.about}>
        {texts.about}: <strong>{aboutLabel}</strong>
      </Text>
      {steps.length > 0 && (
        <Field label={texts.step} className={styles.step}>
          <Select
            value={step?.id ?? ''}
            onChange={(_, { value }) => {
              change({ stepKey: value });
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
      {kind === 'flag' && (
        <Field
          label={texts.reason}
          required
          {...(asked && reasonMissing
            ? { validationState: 'error' as const, validationMessage: texts.reasonMissing }
            : {})}
        >
          <RadioGroup
            value={draft.reason ?? ''}
            onChange={(_, { value }) => {
              change({ reason: flagReason.parse(value) });
            }}
          >
            {flagReasons.map((reason) => (
              <Radio key={reason} value={reason} label={uiTexts.feedback.reasons[reason]} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Field
        label={kind === 'flag' ? texts.flagText : texts.suggestionText}
        hint={kind === 'flag' ? texts.flagTextHint : texts.suggestionTextHint}
        required
        {...(asked && textMissing
          ? { validationState: 'error' as const, validationMessage: texts.textMissing }
          : {})}
      >
        <Textarea
          value={draft.text}
          maxLength={multiLineLimit}
          rows={4}
          resize="vertical"
          onChange={(_, { value }) => {
            change({ text: value });
          }}
        />
      </Field>
      {kind === 'flag' ? (
        <PastedOutput output={draft} names={names} onChange={change} />
      ) : (
        <Text size={200} className={styles.about}>
          {texts.suggestionSeen}
        </Text>
      )}
      <div>
        {kind === 'flag' && (
          <Field hint={draft.reachedClient ? texts.reachedClientHint : ''}>
            <Checkbox
              label={texts.reachedClient}
              checked={draft.reachedClient}
              onChange={(_, { checked }) => {
                change({ reachedClient: checked === true });
              }}
            />
          </Field>
        )}
        {mayBecomeCase && (
          <Field hint={texts.caseConsentHint}>
            <Checkbox
              label={texts.caseConsent}
              checked={draft.caseConsent}
              onChange={(_, { checked }) => {
                change({ caseConsent: checked === true });
              }}
            />
          </Field>
        )}
        <Field hint={draft.named ? '' : texts.namedHint}>
          <Checkbox
            label={texts.named}
            checked={draft.named}
            onChange={(_, { checked }) => {
              change({ named: checked === true });
            }}
          />
        </Field>
      </div>
      {refusal !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.refused}</MessageBarTitle> {refusal}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={phase === 'sending'}>
          {phase === 'sending' ? texts.sending : texts.send}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </form>
  );
}

const emptyDraft: FeedbackDraft = {
  clientKey: '',
  reason: null,
  reachedClient: false,
  text: '',
  pasted: '',
  edited: null,
  caseConsent: false,
  stepKey: '',
  named: true,
};

const none: readonly never[] = [];

function atStep(about: FeedbackSubject, stepKey: string | undefined): FeedbackSubject {
  return about.type === 'workflow' && stepKey !== undefined ? { ...about, stepKey } : about;
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, outline: 'none' },
  step: { gridTemplateColumns: 'minmax(0, 1fr)' },
  about: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
});
