import { makeStyles, mergeClasses, Subtitle1, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePrinting } from '../../app/printing';
import { dashboardTexts as texts } from './dashboardTexts';
import type { ChartName, Grouping } from './dashboardView';
import { DraftingPanel } from './draftingTime/DraftingPanel';
import { GroupsPanel } from './groups/GroupsPanel';
import { HabitPanel } from './habit/HabitPanel';
import { FeedbackPanel } from './health/FeedbackPanel';
import { ImprovementsPanel } from './health/ImprovementsPanel';
import { LibraryPanel } from './health/LibraryPanel';
import { LifecyclePanel } from './lifecycle/LifecyclePanel';
import type { Look } from './panel/ChartPanel';
import type { Shown } from './panel/shown';
import { RetentionPanel } from './retention/RetentionPanel';
import { SurfacesPanel } from './surfaces/SurfacesPanel';
import { TasksPanel } from './tasks/TasksPanel';
import { TrustPanel } from './trust/TrustPanel';

export interface DashboardDetailProps {
  shown: Shown;
  /** A week is over: there are figures of use to show. */
  measured: boolean;
  lookOf: (chart: ChartName) => Look;
  onBy: (by: Grouping) => void;
}

/** What stands behind the first screen, under the questions it answers. */
export function DashboardDetail({ shown, measured, lookOf, onBy }: DashboardDetailProps) {
  return (
    <>
      {measured && (
        <>
          <Section title={texts.sectionStay}>
            <LifecyclePanel shown={shown} look={lookOf('lifecycle')} />
            <HabitPanel shown={shown} look={lookOf('habit')} />
            <Wide>
              <RetentionPanel shown={shown} />
            </Wide>
          </Section>
          <Section title={texts.sectionWhere}>
            <GroupsPanel shown={shown} onBy={onBy} />
            <SurfacesPanel shown={shown} look={lookOf('surfaces')} />
          </Section>
          <Section title={texts.sectionWorth}>
            <DraftingPanel shown={shown} look={lookOf('drafting')} />
            <TrustPanel shown={shown} />
            <Wide>
              <TasksPanel shown={shown} />
            </Wide>
          </Section>
        </>
      )}
      <Section title={texts.sectionAlive} columns={3}>
        <FeedbackPanel shown={shown} />
        <ImprovementsPanel shown={shown} />
        <LibraryPanel shown={shown} />
      </Section>
    </>
  );
}

interface SectionProps {
  title: string;
  /** How many panels stand beside each other where there is room. @default 2 */
  columns?: 2 | 3;
  children: ReactNode;
}

function Section({ title, columns = 2, children }: SectionProps) {
  const styles = useStyles();
  const printing = usePrinting();
  return (
    <section aria-label={title} className={styles.section}>
      <Subtitle1 as="h2">{title}</Subtitle1>
      <div
        className={mergeClasses(
          styles.panels,
          columns === 3 && styles.three,
          printing && styles.oneColumn,
        )}
      >
        {children}
      </div>
    </section>
  );
}

function Wide({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return <div className={styles.wide}>{children}</div>;
}

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalM,
    '@media print': { display: 'block' },
  },
  panels: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'block', '& > *': { marginBottom: tokens.spacingVerticalM } },
  },
  three: {
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  oneColumn: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
});
