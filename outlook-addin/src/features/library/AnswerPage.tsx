import { placeholdersIn, type LibraryItem } from '@last-mile/shared/library';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { AnswerActions } from './AnswerActions';
import { answerTexts as texts } from './answerTexts';
import { MessageCallFailed } from './composeMessage';
import { CopyRefused, copyText } from './copyText';
import { focusFirst } from './focusFirst';
import { useItemStyles } from './Item.styles';
import { ItemChecks } from './ItemChecks';
import { ItemFields } from './ItemFields';
import { ItemHead } from './ItemHead';
import { ItemPreview } from './ItemPreview';
import { ItemUsed } from './ItemUsed';
import { LanguageChoice } from './LanguageChoice';
import { itemTexts } from './itemTexts';
import { proposeValues } from './placeholderProposals';
import type { ReadMessage } from './readMessage';
import { loadTemplateSanitiser } from './templateContent';
import { toUseFailure, type UseFailure } from './useFailureTexts';
import type { MessageLanguage } from './useMessageLanguage';
import { useShortcuts } from './useShortcuts';
import { writtenIn } from './writtenIn';

export interface AnswerPageProps {
  item: LibraryItem;
  /** The task it serves; '' for none. */
  taskName: string;
  message: ReadMessage;
  /** The same item in every language it has. */
  variants: readonly LibraryItem[];
  /** Why this one is shown; null where nothing told. */
  languageBecause: MessageLanguage['because'];
  onChooseLanguage: (variant: LibraryItem) => void;
  /** What the person typed, by placeholder; the others are proposed. */
  edits: Readonly<Record<string, string>>;
  onEdit: (name: string, value: string) => void;
  onUsed: () => void;
  onFlag: () => void;
  onBack: () => void;
  /** Whom to ask about the task; nothing for an item without one. */
  ask: ReactNode;
}

type Phase =
  | { readonly name: 'filling'; readonly failure: UseFailure | null }
  | { readonly name: 'working' }
  | { readonly name: 'used'; readonly outcome: 'replied' | 'copied' };

/** One template as an answer to the message that is read: fill it in, see how it reads, reply. */
export function AnswerPage(props: AnswerPageProps) {
  const { item, message, edits, onBack, onFlag } = props;
  const { body, language } = item.content;
  const styles = useItemStyles();
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [phase, setPhase] = useState<Phase>({ name: 'filling', failure: null });
  const [asked, setAsked] = useState(false);
  const [isTooLong, setTooLong] = useState(false);
  const sanitiser = useQuery({
    queryKey: ['templateSanitiser'],
    queryFn: loadTemplateSanitiser,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  useEffect(() => {
    focusFirst(form.current);
  }, []);

  // A reply has the subject of what it answers: the template's own is left out.
  const names = placeholdersIn(body);
  const proposals = proposeValues(names, message.answer, {
    language: writtenIn(language),
    now: new Date(),
    declared: item.content.placeholders,
  });
  const values = Object.fromEntries(
    names.map((name) => [name, (edits[name] ?? proposals[name]?.value ?? '').trimEnd()]),
  );
  const missing = names.filter((name) => values[name] === '');
  const way = message.reply === null || isTooLong ? 'copy' : 'reply';
  const warned = asked && missing.length > 0;

  async function answer() {
    setPhase({ name: 'working' });
    try {
      const safe = sanitiser.data ?? (await loadTemplateSanitiser());
      const { html, text } = safe.toContent(body, values);
      if (way === 'reply') await message.reply?.(html);
      else await copyText(text);
      setPhase({ name: 'used', outcome: way === 'reply' ? 'replied' : 'copied' });
      props.onUsed();
    } catch (error) {
      if (error instanceof MessageCallFailed && error.reason === 'tooLong') setTooLong(true);
      setPhase({ name: 'filling', failure: toFailure(error) });
    }
  }

  /** With gaps it warns first; the second time is deliberate. */
  function submit() {
    if (phase.name === 'working') return;
    if (missing.length > 0 && !asked) setAsked(true);
    else void answer();
  }
  useShortcuts(form, { onUse: submit, onBack });

  if (phase.name === 'used') {
    return (
      <ItemUsed
        item={item}
        outcome={{ name: phase.outcome }}
        failure={null}
        missing={missing}
        taskQuestion={null}
        onTakeOut={() => undefined}
        onBack={onBack}
        onAgain={() => {
          setPhase({ name: 'filling', failure: null });
        }}
        onFlag={onFlag}
      />
    );
  }
  return (
    <main className={styles.root} aria-labelledby={titleId}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        noValidate
      >
        <ItemHead
          item={item}
          taskName={props.taskName}
          titleId={titleId}
          onFlag={onFlag}
          onBack={onBack}
        />
        <div className={styles.content}>
          {props.variants.length > 1 && (
            <LanguageChoice
              variants={props.variants}
              shown={item.clientKey}
              hint={
                props.languageBecause === null
                  ? ''
                  : itemTexts.languageBecause[props.languageBecause]
              }
              onChoose={props.onChooseLanguage}
            />
          )}
          <ItemFields
            names={names}
            declared={item.content.placeholders}
            values={values}
            edits={edits}
            proposals={proposals}
            missing={missing}
            warned={warned}
            onEdit={props.onEdit}
            onEnter={() => {
              focusFirst(form.current);
            }}
          />
          <ItemPreview item={item} values={values} sanitiser={sanitiser.data ?? null} subject="" />
          <ItemChecks item={item} />
          {props.ask}
        </div>
        <AnswerActions
          way={way}
          onPhone={message.reply === null}
          working={phase.name === 'working'}
          failure={
            phase.name === 'filling'
              ? (phase.failure ?? (sanitiser.isError ? toUseFailure(sanitiser.error) : null))
              : null
          }
          warnedOf={warned ? missing : []}
          onFillIn={() => {
            focusFirst(form.current);
          }}
        />
      </form>
    </main>
  );
}

function toFailure(error: unknown): UseFailure {
  if (error instanceof MessageCallFailed) {
    return error.reason === 'tooLong'
      ? { title: texts.tooLongTitle, text: texts.tooLong }
      : { title: texts.failedTitle, text: texts.failed[error.reason] };
  }
  const failure = toUseFailure(error);
  return error instanceof CopyRefused ? failure : { ...failure, title: texts.failedTitle };
}
