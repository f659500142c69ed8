import { fillText, placeholdersIn, type LibraryItem } from '@last-mile/shared/library';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ComposeMessage, MessageContext } from './composeMessage';
import { copyText } from './copyText';
import { insertTemplate } from './insertTemplate';
import { ItemForm, type UseRequest } from './ItemForm';
import { ItemUsed, type Outcome } from './ItemUsed';
import { itemTexts } from './itemTexts';
import { proposeValues } from './placeholderProposals';
import { takeOutTemplate } from './takeOutTemplate';
import { loadTemplateSanitiser } from './templateContent';
import type { MessageLanguage } from './useMessageLanguage';
import { toTakeOutFailure, toUseFailure, type UseFailure } from './useFailureTexts';
import { writtenIn } from './writtenIn';

export interface ItemPageProps {
  item: LibraryItem;
  /** The task it serves; '' for none. */
  taskName: string;
  message: ComposeMessage | null;
  context: MessageContext | null;
  /** The item in every language it has. */
  variants: readonly LibraryItem[];
  /** What its language was told by; null for nothing. */
  languageBecause: MessageLanguage['because'];
  onChooseLanguage: (variant: LibraryItem) => void;
  /** What the person typed, by placeholder; the others are proposed. */
  edits: Readonly<Record<string, string>>;
  onEdit: (name: string, value: string) => void;
  /** Asks what the message is for; null where there is no such question. */
  taskQuestion: ReactNode;
  onUsed: () => void;
  /** It was not used: what the message tells may have changed. */
  onFailed: () => void;
  /** The template was taken out of the message again. */
  onTakenOut: () => void;
  onFlag: () => void;
  onBack: () => void;
  /** Whom to ask about the task; nothing for an item without one. */
  ask: ReactNode;
}

type Phase =
  | { readonly name: 'filling'; readonly failure: UseFailure | null }
  | { readonly name: 'working' }
  | { readonly name: 'used'; readonly outcome: Outcome; readonly failure: UseFailure | null };

/** One template or prompt: fill it in, see how it reads, use it. */
export function ItemPage(props: ItemPageProps) {
  const { item, message, context, edits, onUsed, onBack } = props;
  const { body, subject, language, kind } = item.content;
  const [phase, setPhase] = useState<Phase>({ name: 'filling', failure: null });
  const sanitiser = useQuery({
    queryKey: ['templateSanitiser'],
    queryFn: loadTemplateSanitiser,
    enabled: kind === 'template',
    staleTime: Infinity,
    gcTime: Infinity,
  });

  const names = placeholdersIn(subject, body);
  const proposals = proposeValues(names, context, {
    language: writtenIn(language),
    now: new Date(),
    declared: item.content.placeholders,
  });
  const values = Object.fromEntries(
    names.map((name) => [name, (edits[name] ?? proposals[name]?.value ?? '').trimEnd()]),
  );
  const missing = names.filter((name) => values[name] === '');

  async function use({ place, replaceSubject }: UseRequest) {
    setPhase({ name: 'working' });
    try {
      if (kind === 'prompt') {
        await copyText(fillText(body, values));
        setPhase({ name: 'used', outcome: { name: 'copied' }, failure: null });
      } else {
        if (message === null) return;
        const safe = sanitiser.data ?? (await loadTemplateSanitiser());
        const request = { item, values, replaceSubject, place, at: new Date() };
        const insertion = await insertTemplate(message, safe, request);
        setPhase({ name: 'used', outcome: { name: 'inserted', insertion }, failure: null });
      }
      onUsed();
    } catch (error) {
      setPhase({ name: 'filling', failure: toUseFailure(error) });
      // What stood in the way may show in the message.
      props.onFailed();
    }
  }

  async function takeOut(outcome: Outcome) {
    if (outcome.name !== 'inserted' || outcome.insertion.undo === null || message === null) return;
    try {
      const isOut = await takeOutTemplate(message, outcome.insertion.undo);
      if (isOut) setPhase({ name: 'used', outcome: { name: 'takenOut' }, failure: null });
      else setPhase({ name: 'used', outcome, failure: changedSince() });
      props.onTakenOut();
    } catch (error) {
      setPhase({ name: 'used', outcome, failure: toTakeOutFailure(error) });
    }
  }

  if (phase.name === 'used') {
    const { outcome, failure } = phase;
    return (
      <ItemUsed
        key={outcome.name}
        item={item}
        outcome={outcome}
        failure={failure}
        missing={missing}
        taskQuestion={outcome.name === 'inserted' ? props.taskQuestion : null}
        onTakeOut={() => void takeOut(outcome)}
        onBack={onBack}
        onAgain={() => {
          setPhase({ name: 'filling', failure: null });
        }}
        onFlag={props.onFlag}
      />
    );
  }
  return (
    <ItemForm
      item={item}
      taskName={props.taskName}
      variants={props.variants}
      languageBecause={props.languageBecause}
      onChooseLanguage={props.onChooseLanguage}
      names={names}
      values={values}
      edits={edits}
      proposals={proposals}
      missing={missing}
      sanitiser={sanitiser.data ?? null}
      messageSubject={context?.subject ?? ''}
      hasMessage={message !== null}
      working={phase.name === 'working'}
      failure={
        phase.name === 'filling'
          ? (phase.failure ?? (sanitiser.isError ? toUseFailure(sanitiser.error) : null))
          : null
      }
      onEdit={props.onEdit}
      hasSelection={context?.hasSelection ?? false}
      onUse={(request) => void use(request)}
      onFlag={props.onFlag}
      onBack={onBack}
      ask={props.ask}
    />
  );
}

const changedSince = (): UseFailure => ({
  title: itemTexts.notTakenOutTitle,
  text: itemTexts.changedSince,
});
