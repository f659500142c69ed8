import { Button, makeStyles, type ButtonProps } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { useRef } from 'react';

export interface FileButtonProps {
  /** Names the choice, whatever the button says. */
  label: string;
  /** Extensions and types of the files that can be chosen, as `accept` has them. */
  accept: string;
  disabled: boolean;
  appearance?: ButtonProps['appearance'];
  onChoose: (file: File) => void;
  /** What the button says. */
  children: string;
}

/** A button that lets somebody choose a file, as often as they like. */
export function FileButton(props: FileButtonProps) {
  const { label, accept, disabled, appearance = 'secondary', onChoose, children } = props;
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className={styles.root}>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        className={styles.input}
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          // The same file chosen again, mended in between, is read again.
          target.value = '';
          if (chosen !== undefined) onChoose(chosen);
        }}
      />
      <Button
        icon={<DocumentTableRegular />}
        appearance={appearance}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </span>
  );
}

const useStyles = makeStyles({
  root: { position: 'relative', display: 'inline-flex' },
  // Behind the button: found by its label, reached by the button.
  input: { position: 'absolute', width: '1px', height: '1px', opacity: 0 },
});
