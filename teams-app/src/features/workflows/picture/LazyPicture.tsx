import { lazy, Suspense } from 'react';
import type { PicturedMap } from './pictureWords';

const PicturePart = lazy(async () => ({ default: (await import('./PicturePart')).PicturePart }));

/** The map's picture, whose code comes after the board's. */
export function LazyPicture({ map }: { map: PicturedMap }) {
  return (
    <Suspense>
      <PicturePart map={map} />
    </Suspense>
  );
}
