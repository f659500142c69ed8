import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { spokenLanguage } from '../language';
import { seriesOfTheme } from './seriesColors';

/** The three themes of Teams; Outlook's are mapped to them. */
export type HostTheme = 'default' | 'dark' | 'contrast';

/** The themes with the colours of our charts. */
export const fluentThemes = {
  default: { ...teamsLightTheme, ...seriesOfTheme.default },
  dark: { ...teamsDarkTheme, ...seriesOfTheme.dark },
  contrast: { ...teamsHighContrastTheme, ...seriesOfTheme.contrast },
};

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
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider
        theme={fluentThemes[theme]}
        dir={spokenLanguage().dir}
        // What the browser draws itself, like the calendar of a date, in light or dark too.
        style={{ colorScheme: theme === 'default' ? 'light' : 'dark' }}
      >
        {children}
      </FluentProvider>
    </RendererProvider>
  );
}
