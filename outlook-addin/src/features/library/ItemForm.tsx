import { Checkbox, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { InsertionPlace } from './composeMessage';
import { FillInForm } from './FillInForm';
import type { Filling } from './filling';
import { filledSubject } from './insertTemplate';
import { useItemStyles } from './Item.styles';
import { ItemActions } from './ItemActions';
import { itemTexts as texts } from './itemTexts';
import type { OpenItem } from './openItem';
import type { TemplateSanitiser } from './templateContent';
import type { UseFailure } from './useFailureTexts';
import { useGapWarning } from './useGapWarning';

export interface ItemFormProps extends Omit<OpenItem, 'edits' | 'onUsed'> {
  filling: Filling;
  /** Null while it loads. */
  sanitiser: TemplateSanitiser | null;
  /** Subject of the open message, '' for none. */
  messageSubject: string;
  hasMessage: boolean;
  /** Whether something in the message is selected. */
  hasSelection: boolean;
  working: boolean;
  failure: UseFailure | null;
  onUse: (request: UseRequest) => void;
}

/** How the person wants the item used. */
export interface UseRequest {
  readonly place: InsertionPlace;
  readonly replaceSubject: boolean;
}

/** An item to fill in, and how it goes into the message being written or onto the clipboard. */
export function ItemForm(props: ItemFormProps) {
  const { messageSubject, hasMessage, hasSelection, working, failure, onUse, ...open } = props;
  const { item, filling } = open;
  const { kind, purpose } = item.content;
  const styles = useItemStyles();
  const { warnedOf, warnOr } = useGapWarning(filling.missing);
  const [replaceSubject, setReplaceSubject] = useState(false);
  const [chosenPlace, setChosenPlace] = useState<InsertionPlace | null>(null);

  const subject = filledSubject(item.content.subject, filling.values);
  const offersSubject = kind === 'template' && subject !== '' && hasMessage;
  const usable = kind === 'prompt' || hasMessage;
  const likely = hasSelection ? 'selection' : 'cursor';
  const place = chosenPlace === 'start' ? 'start' : likely;

  function submit(at: InsertionPlace) {
    if (!usable || working) return;
    setChosenPlace(at);
    warnOr(() => {
      onUse({ place: at, replaceSubject });
    });
  }

  return (
    <FillInForm
      {...open}
      subject={kind === 'template' ? subject : ''}
      warned={warnedOf.length > 0}
      onUse={() => {
        submit(place);
      }}
      lead={purpose !== '' && <Text className={styles.purpose}>{purpose}</Text>}
      choice={
        offersSubject &&
        (messageSubject.trim() === '' ? (
          <Text size={200} className={styles.quiet}>
            {texts.subjectSet}
          </Text>
        ) : (
          <Checkbox
            className={styles.subjectChoice}
            label={texts.subjectReplace}
            checked={replaceSubject}
            onChange={(_, { checked }) => {
              setReplaceSubject(checked === true);
            }}
          />
        ))
      }
      actions={
        <ItemActions
          kind={kind}
          hasMessage={hasMessage}
          hasSelection={hasSelection}
          place={place}
          onInsert={submit}
          working={working}
          failure={failure}
          warnedOf={warnedOf}
        />
      }
    />
  );
}
