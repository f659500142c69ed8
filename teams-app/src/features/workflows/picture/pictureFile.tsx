import { teamsLightTheme } from '@fluentui/react-components';
import { spokenLanguage } from '@last-mile/shared/language';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { download, fileName } from '../../../app/download';
import { layoutPicture } from './pictureLayout';
import { WholePicture } from './PictureShapes';
import type { PictureWords } from './pictureWords';

/** As wide as a slide: up to five steps beside each other. */
const width = 1_280;
/** Twice as many pixels as on the screen, so that it stays sharp on a slide. */
const sharpness = 2;
/** More pixels in one direction no browser draws. */
const mostPixels = 16_000;

/** Saves the picture as a drawing that can be enlarged and edited; gives the file's name. */
export function saveDrawing(words: PictureWords): string {
  const saved = fileName([words.title], 'svg');
  download(new Blob([drawingOf(words)], { type: 'image/svg+xml' }), saved);
  return saved;
}

/** Saves the picture as an image; gives the file's name. */
export async function saveImage(words: PictureWords): Promise<string> {
  const address = URL.createObjectURL(new Blob([drawingOf(words)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const saved = fileName([words.title], 'png');
    download(await pixelsOf(image), saved);
    return saved;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The picture as a file that stands alone: dark on white, whatever theme the page is in. */
function drawingOf(words: PictureWords): string {
  const { dir } = spokenLanguage();
  const sheet = document.createElement('div');
  const root = createRoot(sheet);
  flushSync(() => {
    root.render(<WholePicture layout={layoutPicture(words, { width, dir })} dir={dir} />);
  });
  const [drawing] = sheet.children;
  if (drawing === undefined) throw new Error('Nothing was drawn.');
  const inTheme = new XMLSerializer().serializeToString(drawing);
  root.unmount();
  const paper: Readonly<Record<string, unknown>> = { ...teamsLightTheme };
  return inTheme.replace(/var\(--(\w+)\)/g, (token, name: string) => {
    const value = paper[name];
    return typeof value === 'string' ? value.replaceAll('"', "'") : token;
  });
}

function pixelsOf(image: HTMLImageElement): Promise<Blob> {
  const scale = Math.min(sharpness, mostPixels / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(image.width * scale);
  canvas.height = Math.floor(image.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser draws no pictures.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser made no picture.'));
      else resolve(blob);
    }, 'image/png');
  });
}
