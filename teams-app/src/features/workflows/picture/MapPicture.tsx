import { makeStyles, tokens } from '@fluentui/react-components';
import { spokenLanguage } from '@last-mile/shared/language';
import { useMemo } from 'react';
import { workflowsTexts as texts } from '../workflowsTexts';
import { layoutPicture } from './pictureLayout';
import { BandShapes, Lines } from './PictureShapes';
import type { PictureWords } from './pictureWords';
import { useWidth } from './useWidth';

/**
 * A map as a picture as wide as there is room. Each band is a drawing of its own, so that paper is
 * broken between two of them.
 */
export function MapPicture({ words }: { words: PictureWords }) {
  const styles = useStyles();
  const [frame, width] = useWidth();
  const { dir } = spokenLanguage();
  const layout = useMemo(() => layoutPicture(words, { width, dir }), [words, width, dir]);
  const footTop = Math.max(0, ...layout.bands.map(({ top, height }) => top + height));
  const cuts = [
    ...layout.bands.map((band) => ({
      ...{ top: band.top - edge, height: band.height + 2 * edge },
      shapes: <BandShapes band={band} dir={dir} />,
    })),
    ...(layout.foot.length === 0
      ? []
      : [
          {
            ...{ top: footTop, height: layout.height - footTop },
            shapes: <Lines lines={layout.foot} dir={dir} />,
          },
        ]),
  ];
  return (
    <div
      ref={frame}
      className={styles.root}
      role="img"
      aria-label={texts.pictureOf(words.title, words.totals)}
    >
      {cuts.map(({ top, height, shapes }) => (
        <svg
          key={top}
          aria-hidden
          className={styles.band}
          viewBox={`0 ${String(top)} ${String(layout.width)} ${String(height)}`}
          width={layout.width}
          fontFamily={tokens.fontFamilyBase}
        >
          {shapes}
        </svg>
      ))}
    </div>
  );
}

/** A line at the edge is drawn half outside of it. */
const edge = 2;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  band: { maxWidth: '100%', breakInside: 'avoid' },
});
