import { browserFile } from './browserFile';

const contentTypes = { js: 'text/javascript', css: 'text/css' };

/** The host pages' own scripts and style sheets: files of `browser/`, by plain name only. */
export function hostAsset(name: string): Response | undefined {
  const extension = /^[A-Za-z]+\.(js|css)$/.exec(name)?.[1];
  if (extension !== 'js' && extension !== 'css') return undefined;
  const text = browserFile('hosts', name);
  if (text === undefined) return undefined;
  const type = `${contentTypes[extension]}; charset=utf-8`;
  return new Response(text, { headers: { 'Content-Type': type, 'Cache-Control': 'no-cache' } });
}
