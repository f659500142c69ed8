import { useState } from 'react';
import { AnswerActions } from './AnswerActions';
import { answerTexts as texts } from './answerTexts';
import { MessageCallFailed } from './composeMessage';
import { CopyRefused, copyText } from './copyText';
import { FillInForm } from './FillInForm';
import { fillingOf } from './filling';
import { ItemUsed } from './ItemUsed';
import type { OpenItem } from './openItem';
import type { ReadMessage } from './readMessage';
import { loadTemplateSanitiser } from './templateContent';
import { toUseFailure, type UseFailure } from './useFailureTexts';
import { useGapWarning } from './useGapWarning';
import { useTemplateSanitiser } from './useTemplateSanitiser';

export interface AnswerPageProps extends OpenItem {
  message: ReadMessage;
}

type Phase =
  | { readonly name: 'filling'; readonly failure: UseFailure | null }
  | { readonly name: 'working' }
  | { readonly name: 'used'; readonly outcome: 'replied' | 'copied' };

/** One template as an answer to the message that is read: fill it in, see how it reads, reply. */
export function AnswerPage({ message, edits, onUsed, ...open }: AnswerPageProps) {
  const { item, onFlag, onBack } = open;
  const { body } = item.content;
  const [phase, setPhase] = useState<Phase>({ name: 'filling', failure: null });
  const [isTooLong, setTooLong] = useState(false);
  const sanitiser = useTemplateSanitiser();
  // A reply has the subject of what it answers: the template's own is left out.
  const filling = fillingOf(item, [body], { message: message.answer, edits, now: new Date() });
  const { warnedOf, warnOr } = useGapWarning(filling.missing);
  const way = message.reply === null || isTooLong ? 'copy' : 'reply';

  async function answer() {
    setPhase({ name: 'working' });
    try {
      const safe = sanitiser.loaded ?? (await loadTemplateSanitiser());
      const { html, text } = safe.toContent(body, filling.values);
      if (way === 'reply') await message.reply?.(html);
      else await copyText(text);
      setPhase({ name: 'used', outcome: way === 'reply' ? 'replied' : 'copied' });
      onUsed();
    } catch (error) {
      if (error instanceof MessageCallFailed && error.reason === 'tooLong') setTooLong(true);
      setPhase({ name: 'filling', failure: toFailure(error) });
    }
  }

  if (phase.name === 'used') {
    return (
      <ItemUsed
        item={item}
        outcome={{ name: phase.outcome }}
        failure={null}
        missing={filling.missing}
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
    <FillInForm
      {...open}
      filling={filling}
      sanitiser={sanitiser.loaded}
      subject=""
      warned={warnedOf.length > 0}
      onUse={() => {
        if (phase.name !== 'working') warnOr(() => void answer());
      }}
      actions={
        <AnswerActions
          way={way}
          onPhone={message.reply === null}
          working={phase.name === 'working'}
          failure={phase.name === 'filling' ? (phase.failure ?? sanitiser.failure) : null}
          warnedOf={warnedOf}
        />
      }
    />
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
