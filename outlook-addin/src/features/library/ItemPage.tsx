import { fillText } from '@last-mile/shared/library';
import { useState, type ReactNode } from 'react';
import type { ComposeMessage, MessageContext } from './composeMessage';
import { copyText } from './copyText';
import { fillingOf } from './filling';
import { insertTemplate } from './insertTemplate';
import { ItemForm, type UseRequest } from './ItemForm';
import { ItemUsed, type Outcome } from './ItemUsed';
import { itemTexts } from './itemTexts';
import type { OpenItem } from './openItem';
import { takeOutTemplate } from './takeOutTemplate';
import { loadTemplateSanitiser } from './templateContent';
import { toTakeOutFailure, toUseFailure, type UseFailure } from './useFailureTexts';
import { useTemplateSanitiser } from './useTemplateSanitiser';

export interface ItemPageProps extends OpenItem {
  message: ComposeMessage | null;
  context: MessageContext | null;
  /** Asks what the message is for; null where there is no such question. */
  taskQuestion: ReactNode;
  /** It was not used: what the message tells may have changed. */
  onFailed: () => void;
  /** The template was taken out of the message again. */
  onTakenOut: () => void;
}

type Phase =
  | { readonly name: 'filling'; readonly failure: UseFailure | null }
  | { readonly name: 'working' }
  | { readonly name: 'used'; readonly outcome: Outcome; readonly failure: UseFailure | null };

/** One template or prompt: fill it in, see how it reads, use it. */
export function ItemPage(props: ItemPageProps) {
  const { message, context, edits, taskQuestion, onUsed, onFailed, onTakenOut, ...open } = props;
  const { item, onFlag, onBack } = open;
  const { body, subject, kind } = item.content;
  const [phase, setPhase] = useState<Phase>({ name: 'filling', failure: null });
  const sanitiser = useTemplateSanitiser({ enabled: kind === 'template' });
  const filling = fillingOf(item, [subject, body], { message: context, edits, now: new Date() });
  const { values, missing } = filling;

  async function use({ place, replaceSubject }: UseRequest) {
    setPhase({ name: 'working' });
    try {
      if (kind === 'prompt') {
        await copyText(fillText(body, values));
        setPhase({ name: 'used', outcome: { name: 'copied' }, failure: null });
      } else {
        if (message === null) return;
        const safe = sanitiser.loaded ?? (await loadTemplateSanitiser());
        const request = { item, values, replaceSubject, place, at: new Date() };
        const insertion = await insertTemplate(message, safe, request);
        setPhase({ name: 'used', outcome: { name: 'inserted', insertion }, failure: null });
      }
      onUsed();
    } catch (error) {
      setPhase({ name: 'filling', failure: toUseFailure(error) });
      // What stood in the way may show in the message.
      onFailed();
    }
  }

  async function takeOut(outcome: Outcome) {
    if (outcome.name !== 'inserted' || outcome.insertion.undo === null || message === null) return;
    try {
      const isOut = await takeOutTemplate(message, outcome.insertion.undo);
      if (isOut) setPhase({ name: 'used', outcome: { name: 'takenOut' }, failure: null });
      else setPhase({ name: 'used', outcome, failure: changedSince() });
      onTakenOut();
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
        taskQuestion={outcome.name === 'inserted' ? taskQuestion : null}
        onTakeOut={() => void takeOut(outcome)}
        onBack={onBack}
        onAgain={() => {
          setPhase({ name: 'filling', failure: null });
        }}
        onFlag={onFlag}
      />
    );
  }
  return (
    <ItemForm
      {...open}
      filling={filling}
      sanitiser={sanitiser.loaded}
      messageSubject={context?.subject ?? ''}
      hasMessage={message !== null}
      hasSelection={context?.hasSelection ?? false}
      working={phase.name === 'working'}
      failure={phase.name === 'filling' ? (phase.failure ?? sanitiser.failure) : null}
      onUse={(request) => void use(request)}
    />
  );
}

const changedSince = (): UseFailure => ({
  title: itemTexts.notTakenOutTitle,
  text: itemTexts.changedSince,
});
