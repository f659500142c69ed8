import { texts } from './texts';
import type { DialogTrouble } from './officeDialog';

/** What is said to who signs in by a window of its own. */
export const dialogTexts = texts('dialog', {
  opens: 'A window opens for it and closes by itself.',
  trouble: {
    closed: 'The window was closed before you were signed in. Try again whenever you like.',
    ignored: 'The window was not opened. Choose “Sign in” once more, and then “Allow”.',
    blocked:
      'Your browser did not let the window open. Allow windows for Outlook in its settings, then try again.',
    open: 'A window of Last Mile is open already. Go on there, or close it and try again.',
    refused:
      'The sign-in was refused. Agree to what is asked, or ask your Microsoft 365 admin to allow Last Mile.',
    failed: 'The sign-in did not work. Try again. If it stays so, ask your Microsoft 365 admin.',
  } satisfies Record<DialogTrouble, string>,
});
