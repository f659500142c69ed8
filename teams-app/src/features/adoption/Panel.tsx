import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { DefinitionButton } from './DefinitionButton';
import type { DefinitionPopoverProps } from './DefinitionPopover';

// What places a popover is large, and the first screen has none open.
const DefinitionPopover = lazy(async () => ({
  default: (await import('./DefinitionPopover')).DefinitionPopover,
}));

export interface PanelProps {
  title: string;
  /** What the figures mean, behind an ⓘ. */
  definition?: string;
  /** At the right of the title. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** One question's answer on the dashboard, with its title and the definition of its figures. */
export function Panel({ title, definition, aside, className, children }: PanelProps) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={mergeClasses(styles.root, className)}>
      <div className={styles.head}>
        <Subtitle2 as="h2">{title}</Subtitle2>
        {definition !== undefined && <Definition of={title} words={definition} />}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

function Definition({ of, words }: DefinitionPopoverProps) {
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

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': { paddingInline: tokens.spacingHorizontalL },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', minHeight: '32px' },
  aside: { marginInlineStart: 'auto' },
});
