import { Button } from '@fluentui/react-components';
import { ShareRegular } from '@fluentui/react-icons/svg/share';
import { lazy, Suspense, useState } from 'react';
import { dashboardTexts as texts } from './dashboardTexts';
import type { DashboardView } from './dashboardView';
import type { Shown } from './panel/shown';

const DashboardShareMenu = lazy(async () => ({
  default: (await import('./export/DashboardShareMenu')).DashboardShareMenu,
}));

export interface DashboardShareProps {
  shown: Shown;
  view: DashboardView;
  onView: (view: DashboardView) => void;
}

/** Passes the page on: its link, its figures, or on paper. What does it is loaded when somebody asks. */
export function DashboardShare(props: DashboardShareProps) {
  const [asked, setAsked] = useState(false);
  const button = (
    <Button
      size="small"
      icon={<ShareRegular />}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => {
        setAsked(true);
      }}
    >
      {texts.takeAlong}
    </Button>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <DashboardShareMenu {...props} />
    </Suspense>
  );
}
