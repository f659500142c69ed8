import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { Definition } from '../../../app/figures/Definition';
import { DrawnChartContext, type DrawnChart } from './drawnChart';
import { PanelExport } from './PanelExport';
import { panelElementId } from './panelElementId';
import type { PanelName } from './panelName';
import type { Shown } from './shown';

export interface PanelProps {
  name: PanelName;
  title: string;
  /** What the figures mean, behind an ⓘ. */
  definition: string;
  shown: Shown;
  /** At the right of the title. */
  aside?: ReactNode;
  /** Level of the title. @default 'h3' */
  heading?: 'h2' | 'h3';
  className?: string;
  children: ReactNode;
}

/** One question's answer on the dashboard: its title, what its figures mean, and a way to take them along. */
export function Panel({
  name,
  title,
  definition,
  shown,
  aside,
  heading = 'h3',
  className,
  children,
}: PanelProps) {
  const styles = usePanelStyles();
  const drawn = useRef<DrawnChart>(null);
  return (
    <section
      id={panelElementId(name)}
      tabIndex={-1}
      aria-label={title}
      className={mergeClasses(styles.root, className)}
    >
      <div className={styles.head}>
        <Subtitle2 as={heading}>{title}</Subtitle2>
        <Definition of={title} words={definition} />
        <div className={styles.aside}>
          {aside}
          <PanelExport name={name} title={title} shown={shown} drawn={drawn} />
        </div>
      </div>
      <DrawnChartContext value={drawn}>{children}</DrawnChartContext>
    </section>
  );
}

/** The frame of a panel, for what holds a panel's place too. */
export const usePanelStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': { paddingInline: tokens.spacingHorizontalM },
    '@media print': { breakInside: 'avoid' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', minHeight: '32px' },
  aside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginInlineStart: 'auto',
    // What is inside a button ends where the text under it ends.
    marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalXS})`,
  },
});
