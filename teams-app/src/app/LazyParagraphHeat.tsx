import { lazy, Suspense } from 'react';
import type { ParagraphHeatPanelProps } from '../features/adoption/paragraphHeat/ParagraphHeatPanel';

const ParagraphHeatPanel = lazy(async () => ({
  default: (await import('../features/adoption/paragraphHeat/ParagraphHeatPanel'))
    .ParagraphHeatPanel,
}));

/** What becomes of a template's paragraphs, beside its text; loaded with the first template. */
export function LazyParagraphHeat(props: ParagraphHeatPanelProps) {
  return (
    <Suspense>
      <ParagraphHeatPanel {...props} />
    </Suspense>
  );
}
