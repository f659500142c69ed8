import { makeStyles, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { figureTexts as texts } from './figureTexts';
import { DefinitionButton } from './DefinitionButton';

export interface DefinitionPopoverProps {
  /** Title of what is defined. */
  of: string;
  words: string;
}

/** What a figure means, open from the start: it is loaded when somebody asks. */
export function DefinitionPopover({ of, words }: DefinitionPopoverProps) {
  const styles = useStyles();
  return (
    <Popover defaultOpen withArrow trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <DefinitionButton of={of} ref={takeFocus} />
      </PopoverTrigger>
      <PopoverSurface className={styles.words} aria-label={texts.about(of)} tabIndex={-1}>
        {words}
      </PopoverSurface>
    </Popover>
  );
}

/**
 * The button that was pressed is gone with what loaded this: its heir takes the focus before the popover
 * does, so that the focus has a place to come back to.
 */
function takeFocus(button: HTMLButtonElement | null) {
  button?.focus();
}

const useStyles = makeStyles({ words: { maxWidth: 'min(40ch, 80vw)' } });
