import type { BuildEnvironmentOptions, Plugin } from 'vite';

/**
 * Lets the browser fetch a chunk that is imported dynamically beside the page's first script: it is
 * needed soon, but nothing waits for it before it is imported.
 */
export function preloadChunkOf(module: string, base: string): Plugin {
  return {
    name: 'preload-chunk',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.values(bundle)
          .filter((file) => file.type === 'chunk')
          .filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `${base}${fileName}` },
            injectTo: 'head' as const,
          })),
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
    output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
  },
};
