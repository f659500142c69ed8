import type { Session } from './session';

const key = 'last-mile.landing';

/** The pages a person may land on. */
export type Landing = 'dashboard' | 'library';

/** Where a person of this standing lands. */
export function landingOf(may: Session['may']): Landing {
  return may.seeDashboard ? 'dashboard' : 'library';
}

/**
 * Where the last visitor of this browser landed; null where nobody did or nothing is kept. A guess at
 * what to load ahead, never a right: the API decides on every request.
 */
export function lastLanding(): Landing | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'dashboard' || kept === 'library' ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps where the person lands, for the next opening. */
export function rememberLanding(landing: Landing): void {
  try {
    localStorage.setItem(key, landing);
  } catch {
    // A browser that keeps nothing only starts slower.
  }
}
