import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { maskPersonal } from '../feedback';
import { multiLineLimit } from '../text';
import { feedbackFormTexts as texts } from './feedbackFormTexts';

/** What an assistant wrote: as it was pasted, and what is made of it to be sent. */
export interface OutputDraft {
  /** Stays on the device. */
  pasted: string;
  /** What the person made of the masked text; null while they changed nothing. */
  edited: string | null;
}

/** What is sent of it; the person sees exactly this. Undefined where there is nothing. */
export function sentOutputOf({ pasted, edited }: OutputDraft, names: readonly string[]) {
  const sent = edited ?? maskPersonal(pasted, { names, words: texts.masks }).text;
  return pasted.trim() === '' || sent.trim() === '' ? undefined : sent;
}

export interface PastedOutputProps {
  output: OutputDraft;
  /** Names of who is known to be concerned. */
  names: readonly string[];
  onChange: (output: OutputDraft) => void;
}

/** What the assistant wrote, and beside it word for word what is sent, which the person can change. */
export function PastedOutput({ output, names, onChange }: PastedOutputProps) {
  const styles = useStyles();
  const { pasted, edited } = output;
  const [opened, setOpened] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const masked = useMemo(
    () => maskPersonal(pasted, { names, words: texts.masks }),
    [pasted, names],
  );
  useEffect(() => {
    if (opened) place.current?.querySelector('textarea')?.focus();
  }, [opened]);

  if (!opened && pasted === '') {
    return (
      <div>
        <Button
          size="small"
          onClick={() => {
            setOpened(true);
          }}
        >
          {texts.addOutput}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.root} ref={place}>
      <Field label={texts.output} hint={texts.outputHint}>
        <Textarea
          value={pasted}
          maxLength={multiLineLimit}
          rows={4}
          resize="vertical"
          onChange={(_, { value }) => {
            onChange({ pasted: value, edited: null });
          }}
        />
      </Field>
      {pasted.trim() !== '' && (
        <Field
          label={texts.sentOutput}
          hint={edited === null ? texts.masked(masked.replaced) : texts.edited}
        >
          <Textarea
            value={edited ?? masked.text}
            maxLength={multiLineLimit}
            rows={4}
            resize="vertical"
            onChange={(_, { value }) => {
              onChange({ pasted, edited: value });
            }}
          />
        </Field>
      )}
      <div>
        <Button
          size="small"
          onClick={() => {
            setOpened(false);
            onChange({ pasted: '', edited: null });
          }}
        >
          {texts.removeOutput}
        </Button>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
