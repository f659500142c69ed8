import { lazy, Suspense, useState } from 'react';
import { DefinitionButton } from './DefinitionButton';
import type { DefinitionPopoverProps } from './DefinitionPopover';

// What places a popover is large, and the first screen has none open.
const DefinitionPopover = lazy(async () => ({
  default: (await import('./DefinitionPopover')).DefinitionPopover,
}));

/** What a figure means, behind an ⓘ; its code comes when somebody asks. */
export function Definition({ of, words }: DefinitionPopoverProps) {
  const [asked, setAsked] = useState(false);
  const button = (
    <DefinitionButton
      of={of}
      aria-expanded={false}
      onClick={() => {
        setAsked(true);
      }}
    />
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <DefinitionPopover of={of} words={words} />
    </Suspense>
  );
}
