import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { allIcons, packagedIcons } from './iconFiles';
import { drawMark } from './mark';
import { decodePng, encodePng, measurePng } from './png';

const committed = (file: string) => readFile(new URL(`../../icons/${file}`, import.meta.url));

// Pixels, not bytes: another zlib may pack the same picture differently.
test.each(allIcons.map(({ file }) => file))('%s is what the generator draws', async (file) => {
  const icon = allIcons.find((candidate) => candidate.file === file);
  if (icon === undefined) throw new Error('No such icon.');
  const drawn = drawMark(icon.size, icon.style);
  const found = decodePng(await committed(file));
  expect({ width: found?.width, height: found?.height }).toEqual({
    width: icon.size,
    height: icon.size,
  });
  expect(Buffer.from(found?.rgba ?? []).equals(Buffer.from(drawn.rgba))).toBe(true);
});

test('the outline is white on transparent, as Teams wants it', () => {
  const { rgba } = drawMark(packagedIcons.outline.size, packagedIcons.outline.style);
  const pixels = Array.from({ length: rgba.length / 4 }, (_, at) => rgba.slice(at * 4, at * 4 + 4));
  const visible = pixels.filter((pixel) => pixel[3] !== 0);
  expect(visible.every((pixel) => pixel.slice(0, 3).every((part) => part === 255))).toBe(true);
  expect(visible.length).toBeGreaterThan(pixels.length / 5);
  expect(visible.length).toBeLessThan(pixels.length);
});

test('the colour icon fills its square, for Teams rounds the corners itself', () => {
  const { rgba } = drawMark(packagedIcons.color.size, packagedIcons.color.style);
  expect(rgba.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
});

test('a picture survives being written and read', () => {
  const picture = { width: 3, height: 2, rgba: Uint8Array.from({ length: 24 }, (_, at) => at * 9) };
  expect(decodePng(encodePng(picture))).toEqual(picture);
});

test('bytes that are no PNG have no size', () => {
  expect(measurePng(new Uint8Array(64))).toBeUndefined();
  expect(measurePng(encodePng({ width: 1, height: 1, rgba: new Uint8Array(4) }).slice(1))).toBe(
    undefined,
  );
});
