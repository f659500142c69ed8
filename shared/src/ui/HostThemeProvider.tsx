import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { spokenLanguage } from '../language';
import { loadTheme, onThemeLoaded, tokensOf, type HostTheme } from './hostThemes';

export interface HostThemeProviderProps {
  theme: HostTheme;
  /** The page's style nonce, so that Griffel's style elements pass the content security policy. */
  nonce: string | null;
  children: ReactNode;
}

/** Fluent in the host's theme and the language's direction, with styles the page's content security policy accepts. */
export function HostThemeProvider({ theme, nonce, children }: HostThemeProviderProps) {
  const renderer = useMemo(
    () => createDOMRenderer(document, nonce === null ? {} : { styleElementAttributes: { nonce } }),
    [nonce],
  );
  const shown = useSyncExternalStore(onThemeLoaded, () => tokensOf(theme));
  useEffect(() => {
    void loadTheme(theme);
  }, [theme]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider
        theme={shown}
        dir={spokenLanguage().dir}
        // What the browser draws itself, like the calendar of a date, in light or dark too.
        style={{ colorScheme: shown === tokensOf('default') ? 'light' : 'dark' }}
      >
        {children}
      </FluentProvider>
    </RendererProvider>
  );
}
