import { Checkbox, Text } from '@fluentui/react-components';
import type { LibraryItem } from '@last-mile/shared/library';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { InsertionPlace } from './composeMessage';
import { focusFirst } from './focusFirst';
import { filledSubject } from './insertTemplate';
import { ItemActions } from './ItemActions';
import { useItemStyles } from './Item.styles';
import { ItemChecks } from './ItemChecks';
import { ItemFields } from './ItemFields';
import { ItemHead } from './ItemHead';
import { LanguageChoice } from './LanguageChoice';
import { ItemPreview } from './ItemPreview';
import { itemTexts as texts } from './itemTexts';
import type { Proposal } from './placeholderProposals';
import type { TemplateSanitiser } from './templateContent';
import type { UseFailure } from './useFailureTexts';
import type { MessageLanguage } from './useMessageLanguage';
import { useShortcuts } from './useShortcuts';

export interface ItemFormProps {
  item: LibraryItem;
  taskName: string;
  /** The item in every language it has. */
  variants: readonly LibraryItem[];
  /** What its language was told by; null for nothing. */
  languageBecause: MessageLanguage['because'];
  onChooseLanguage: (variant: LibraryItem) => void;
  /** Placeholders in order of appearance. */
  names: readonly string[];
  /** What each will be filled with: typed, proposed, or ''. */
  values: Readonly<Record<string, string>>;
  /** What was typed as it was typed. */
  edits: Readonly<Record<string, string>>;
  proposals: Readonly<Record<string, Proposal>>;
  missing: readonly string[];
  /** Null while it loads. */
  sanitiser: TemplateSanitiser | null;
  /** Subject of the open message, '' for none. */
  messageSubject: string;
  hasMessage: boolean;
  working: boolean;
  failure: UseFailure | null;
  onEdit: (name: string, value: string) => void;
  /** Whether something in the message is selected. */
  hasSelection: boolean;
  onUse: (request: UseRequest) => void;
  onFlag: () => void;
  onBack: () => void;
  /** Whom to ask about the task; nothing for an item without one. */
  ask: ReactNode;
}

/** How the person wants the item used. */
export interface UseRequest {
  readonly place: InsertionPlace;
  readonly replaceSubject: boolean;
}

/** The fields of an item, how it will read, and the one button that uses it. */
export function ItemForm(props: ItemFormProps) {
  const { item, names, values, proposals, missing, working, failure, onBack } = props;
  const { kind, purpose } = item.content;
  const styles = useItemStyles();
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const [replaceSubject, setReplaceSubject] = useState(false);
  const [chosenPlace, setChosenPlace] = useState<InsertionPlace | null>(null);

  useEffect(() => {
    focusFirst(form.current);
  }, []);

  const subject = filledSubject(item.content.subject, values);
  const offersSubject = kind === 'template' && subject !== '' && props.hasMessage;
  const usable = kind === 'prompt' || props.hasMessage;
  const warned = asked && missing.length > 0;

  /** With gaps it warns first; the second time is deliberate. */
  function submit(place: InsertionPlace) {
    if (!usable || working) return;
    setChosenPlace(place);
    if (missing.length > 0 && !asked) setAsked(true);
    else props.onUse({ place, replaceSubject });
  }

  const likely = props.hasSelection ? 'selection' : 'cursor';
  const place = chosenPlace === 'start' ? 'start' : likely;
  const use = () => {
    submit(place);
  };
  useShortcuts(form, { onUse: use, onBack });

  return (
    <main className={styles.root} aria-labelledby={titleId}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          use();
        }}
        noValidate
      >
        <ItemHead
          item={item}
          taskName={props.taskName}
          titleId={titleId}
          onFlag={props.onFlag}
          onBack={onBack}
        />

        <div className={styles.content}>
          {purpose !== '' && <Text className={styles.purpose}>{purpose}</Text>}

          {props.variants.length > 1 && (
            <LanguageChoice
              variants={props.variants}
              shown={item.clientKey}
              hint={
                props.languageBecause === null ? '' : texts.languageBecause[props.languageBecause]
              }
              onChoose={props.onChooseLanguage}
            />
          )}

          <ItemFields
            names={names}
            declared={item.content.placeholders}
            values={values}
            edits={props.edits}
            proposals={proposals}
            missing={missing}
            warned={warned}
            onEdit={props.onEdit}
            onEnter={() => {
              focusFirst(form.current);
            }}
          />

          <ItemPreview
            item={item}
            values={values}
            sanitiser={props.sanitiser}
            subject={kind === 'template' ? subject : ''}
          />

          {offersSubject &&
            (props.messageSubject.trim() === '' ? (
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
            ))}

          <ItemChecks item={item} />
          {props.ask}
        </div>
        <ItemActions
          kind={kind}
          hasMessage={props.hasMessage}
          hasSelection={props.hasSelection}
          place={place}
          onInsert={submit}
          working={working}
          failure={failure}
          warnedOf={warned ? missing : []}
          onFillIn={() => {
            focusFirst(form.current);
          }}
        />
      </form>
    </main>
  );
}
