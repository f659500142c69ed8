import { declareTexts } from '@last-mile/shared/language';

/** Every word of the page in Outlook's dialog. */
export const signInTexts = declareTexts('signIn', {
  working: 'Signing you in…',
  done: 'You can close this window.',
  notHere: 'This page opens by itself when you sign in to Last Mile in Outlook.',
});
