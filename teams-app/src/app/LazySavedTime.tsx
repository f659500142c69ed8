import { lazy, Suspense } from 'react';

const SavedTimeCard = lazy(async () => ({
  default: (await import('../features/checkpoints/savedTime/SavedTimeCard')).SavedTimeCard,
}));

/** Where did the time you saved go? Asked once a month, at the end of a page; loaded after it. */
export function LazySavedTime() {
  return (
    <Suspense>
      <SavedTimeCard />
    </Suspense>
  );
}
