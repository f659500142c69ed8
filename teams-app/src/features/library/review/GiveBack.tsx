import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { lifeTexts as texts } from '../lifeTexts';

export interface GiveBackProps {
  busy: boolean;
  onGiveBack: (note: string) => void;
}

/** Asks what should change: a text never goes back without a word. */
export function GiveBack({ busy, onGiveBack }: GiveBackProps) {
  const styles = useStyles();
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  // It takes the place of the button that asked for it.
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== '') onGiveBack(note);
      }}
    >
      <Field label={texts.giveBackWhy} required>
        <Textarea
          value={note}
          maxLength={2000}
          onChange={(_, { value }) => {
            setNote(value);
          }}
        />
      </Field>
      <div>
        <Button type="submit" disabledFocusable={busy || note.trim() === ''}>
          {texts.giveBack}
        </Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});
