import type { BuildEnvironmentOptions, Plugin } from 'vite';

/**
 * Lets the browser fetch a chunk that is imported dynamically, and what that imports, beside the page's
 * first script: it is needed soon, but nothing waits for it before it is imported.
 */
export function preloadChunkOf(module: string, base: string): Plugin {
  return {
    name: 'preload-chunk',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const wanted = Object.values(bundle)
          .filter((file) => file.type === 'chunk')
          .filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
          .flatMap(({ fileName, imports }) => [fileName, ...imports]);
        return wanted
          .map((fileName) => `${base}${fileName}`)
          .filter((href) => !html.includes(href))
          .map((href) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

/**
 * What the page's first script imports statically comes as one file: the browser needs all of it before
 * it runs any of it, and packs it better as one. What comes later fetches what it imports by itself: to
 * announce it costs the first screen more than it saves.
 */
export const oneFileFirst: BuildEnvironmentOptions = {
  modulePreload: {
    // The preload helper is enough; the polyfill would be one more script to allow.
    polyfill: false,
    resolveDependencies: (_, dependencies, { hostType }) => (hostType === 'js' ? [] : dependencies),
  },
  rolldownOptions: {
    output: {
      codeSplitting: {
        groups: [
          { name: 'first', tags: ['$initial'], priority: 1 },
          // What a first opening is drawn with before the app itself is there.
          { name: 'firstFetch', test: /\/src\/app\/firstFetch\.ts$/ },
          // What a small first script imports, where there is one.
          { name: 'main', test: /\/src\/main\.tsx$/ },
        ],
      },
    },
  },
};
