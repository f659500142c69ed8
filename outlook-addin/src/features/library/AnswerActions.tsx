import { Button } from '@fluentui/react-components';
import { ArrowReplyRegular, CopyRegular } from '@fluentui/react-icons';
import { spokenLanguage } from '@last-mile/shared/language';
import { answerTexts as texts } from './answerTexts';
import { InlineNotice } from './InlineNotice';
import { useItemStyles } from './Item.styles';
import { itemTexts, placeholderLabel } from './itemTexts';
import type { UseFailure } from './useFailureTexts';

/** How a template becomes an answer: in a reply form, or by way of the clipboard. */
export type AnswerWay = 'reply' | 'copy';

export interface AnswerActionsProps {
  way: AnswerWay;
  /** This Outlook opens no reply for add-ins at all. */
  onPhone: boolean;
  working: boolean;
  failure: UseFailure | null;
  /** Placeholders to warn of before the template is used with gaps; empty when there is no need. */
  warnedOf: readonly string[];
  /** The person wants to fill the gaps after all. */
  onFillIn: () => void;
}

/** The one button that answers with the template, and what to know before pressing it. */
export function AnswerActions(props: AnswerActionsProps) {
  const { way, onPhone, working, failure, warnedOf, onFillIn } = props;
  const styles = useItemStyles();
  const warned = warnedOf.length > 0;
  return (
    <footer className={styles.actions}>
      {onPhone && (
        <InlineNotice intent="info" title={texts.onPhone}>
          {texts.onPhoneHint}
        </InlineNotice>
      )}
      {failure !== null && (
        <InlineNotice intent="error" title={failure.title}>
          {failure.text}
        </InlineNotice>
      )}
      {warned && (
        <InlineNotice intent="warning" title={itemTexts.missingTitle(warnedOf.length)}>
          {texts.missingHint(listOf(warnedOf))}
        </InlineNotice>
      )}
      <div className={styles.buttons}>
        {warned && (
          <Button className={styles.grow} appearance="primary" onClick={onFillIn}>
            {itemTexts.fillThem}
          </Button>
        )}
        <Button
          type="submit"
          className={styles.grow}
          appearance={warned ? 'secondary' : 'primary'}
          icon={way === 'reply' ? <ArrowReplyRegular /> : <CopyRegular />}
          disabledFocusable={working}
        >
          {labelOf(way, { warned, working })}
        </Button>
      </div>
    </footer>
  );
}

function labelOf(way: AnswerWay, { warned, working }: { warned: boolean; working: boolean }) {
  if (way === 'copy') return warned ? texts.copyAnyway : texts.copy;
  if (working) return texts.replying;
  return warned ? texts.replyAnyway : texts.reply;
}

const listOf = (names: readonly string[]) =>
  new Intl.ListFormat(spokenLanguage().locale, { type: 'conjunction' }).format(
    names.map(placeholderLabel),
  );
