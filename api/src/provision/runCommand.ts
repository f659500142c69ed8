import { AuthError } from '@azure/msal-node';
import { GraphError } from '../graph/graphError';

/** Runs a command of an admin to its exit code; `complain` is told in words what was refused. */
export async function runCommand(
  command: () => Promise<void>,
  complain: (line: string) => void,
): Promise<number> {
  try {
    await command();
    return 0;
  } catch (error) {
    complain(wordsFor(error));
    return 1;
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof GraphError && error.code === 'entraAway') return error.message;
  if (error instanceof GraphError) {
    const code = [error.status || 'no answer', error.code].filter((each) => each !== '').join(' ');
    return `Microsoft Graph: ${error.message} (${code}). Run it again: it goes on where it ended.`;
  }
  if (error instanceof AuthError) return `Entra: ${error.errorMessage || error.errorCode}`;
  return error instanceof Error ? error.message : String(error);
}
