import { EmptyState, HostThemeProvider, type HostTheme } from '@last-mile/shared/ui';
import { appTexts } from './appTexts';

export interface OutsideTeamsProps {
  nonce: string | null;
}

/** Shown when no host that we trust frames the page. */
export function OutsideTeams({ nonce }: OutsideTeamsProps) {
  return (
    <HostThemeProvider theme={preferredTheme()} nonce={nonce}>
      <main aria-label={appTexts.product}>
        <EmptyState heading="h1" title={appTexts.outsideTitle}>
          {appTexts.outside}
        </EmptyState>
      </main>
    </HostThemeProvider>
  );
}

/** Without a host the browser's own preference is all there is to go by. */
function preferredTheme(): HostTheme {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}
