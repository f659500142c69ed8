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
  /** Sends or keeps the words; throws only when they were refused and must be mended. */
  onSubmit: (request: FeedbackRequest) => Promise<'sent' | 'kept'>;
  onClose: () => void;
}

interface FeedbackDraft {
  /** Made with the first word, so that a repeated send after a crash is the same feedback. */
  clientKey: string;
  reason: FlagReason | null;
  reachedClient: boolean;
  text: string;
  named: boolean;
}

const texts = uiTexts.feedback;

/** A flag or a suggestion, in one line or more. The words are safe before it says so. */
export function FeedbackForm(props: FeedbackFormProps) {
  const { kind, about, aboutLabel, surface, onSubmit, onClose } = props;
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
              <Radio key={reason} value={reason} label={texts.reasons[reason]} />
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
  named: true,
};

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, outline: 'none' },
  about: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
});
