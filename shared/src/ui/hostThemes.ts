import type { ThemeTokens } from './chartSeries';
import { lightTheme } from './lightTheme';

/** The three themes of Teams; Outlook's are mapped to them. */
export type HostTheme = 'default' | 'dark' | 'contrast';

const loaded: Partial<Record<HostTheme, ThemeTokens>> = { default: lightTheme };
const listeners = new Set<() => void>();

/**
 * Fetches the tokens of a theme that is not there yet. Never rejects: where they cannot be fetched, the
 * light theme stays, and they are fetched when they are asked for again.
 */
export async function loadTheme(theme: HostTheme): Promise<void> {
  if (loaded[theme] !== undefined) return;
  try {
    Object.assign(loaded, (await import('./darkThemes')).darkThemes);
    for (const listener of listeners) listener();
  } catch {
    // Something to read in other colours is better than nothing.
  }
}

/** The tokens of `theme`, of the light one until `loadTheme` has fetched them; the same ones each time. */
export const tokensOf = (theme: HostTheme): ThemeTokens => loaded[theme] ?? lightTheme;

export function onThemeLoaded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
