import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { Filling } from './filling';
import { focusFirst } from './focusFirst';
import { useItemStyles } from './Item.styles';
import { ItemChecks } from './ItemChecks';
import { ItemFields } from './ItemFields';
import { ItemHead } from './ItemHead';
import { ItemPreview } from './ItemPreview';
import { itemTexts as texts } from './itemTexts';
import { LanguageChoice } from './LanguageChoice';
import type { OpenItem } from './openItem';
import type { TemplateSanitiser } from './templateContent';
import { useShortcuts } from './useShortcuts';

export interface FillInFormProps extends Omit<OpenItem, 'edits' | 'onUsed'> {
  filling: Filling;
  /** Null while it loads. */
  sanitiser: TemplateSanitiser | null;
  /** The filled subject; '' for none. */
  subject: string;
  /** The person was about to use the item with gaps. */
  warned: boolean;
  onUse: () => void;
  /** What to read before filling it in. */
  lead?: ReactNode;
  /** What to choose once it is seen how it reads. */
  choice?: ReactNode;
  /** The button that uses it. */
  actions: ReactNode;
}

/** The fields of an item, how it will read, and what to know of it before it is used. */
export function FillInForm(props: FillInFormProps) {
  const { item, filling, languageBecause, onUse, onBack } = props;
  const styles = useItemStyles();
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    focusFirst(form.current);
  }, []);
  useShortcuts(form, { onUse, onBack });

  return (
    <main className={styles.root} aria-labelledby={titleId}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onUse();
        }}
        noValidate
      >
        <ItemHead
          item={item}
          taskName={props.taskName}
          titleId={titleId}
          tab={props.tab}
          onFlag={props.onFlag}
          onBack={onBack}
        />
        <div className={styles.content}>
          {props.lead}
          {props.variants.length > 1 && (
            <LanguageChoice
              variants={props.variants}
              shown={item.clientKey}
              hint={languageBecause === null ? '' : texts.languageBecause[languageBecause]}
              onChoose={props.onChooseLanguage}
            />
          )}
          <ItemFields
            filling={filling}
            warned={props.warned}
            onEdit={props.onEdit}
            onEnter={() => {
              focusFirst(form.current);
            }}
          />
          <ItemPreview
            item={item}
            values={filling.values}
            sanitiser={props.sanitiser}
            subject={props.subject}
          />
          {props.choice}
          <ItemChecks item={item} />
          {props.ask}
        </div>
        {props.actions}
      </form>
    </main>
  );
}
