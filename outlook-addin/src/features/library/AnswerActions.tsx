import { Button } from '@fluentui/react-components';
import { ArrowReplyRegular, CopyRegular } from '@fluentui/react-icons';
import { answerTexts as texts } from './answerTexts';
import { InlineNotice } from './InlineNotice';
import { useItemStyles } from './Item.styles';
import { UseFooter } from './UseFooter';
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
}

/** The one button that answers with the template, and what to know before pressing it. */
export function AnswerActions({ way, onPhone, working, failure, warnedOf }: AnswerActionsProps) {
  const styles = useItemStyles();
  const warned = warnedOf.length > 0;
  return (
    <UseFooter
      notice={
        onPhone && (
          <InlineNotice intent="info" title={texts.onPhone}>
            {texts.onPhoneHint}
          </InlineNotice>
        )
      }
      failure={failure}
      warnedOf={warnedOf}
      missingHint={texts.missingHint}
    >
      <Button
        type="submit"
        className={styles.grow}
        appearance={warned ? 'secondary' : 'primary'}
        icon={way === 'reply' ? <ArrowReplyRegular /> : <CopyRegular />}
        disabledFocusable={working}
      >
        {labelOf(way, { warned, working })}
      </Button>
    </UseFooter>
  );
}

function labelOf(way: AnswerWay, { warned, working }: { warned: boolean; working: boolean }) {
  if (way === 'copy') return warned ? texts.copyAnyway : texts.copy;
  if (working) return texts.replying;
  return warned ? texts.replyAnyway : texts.reply;
}
