import { texts } from './texts';
import { plural } from '@last-mile/shared/language';

/** Words of the shell and of the screens before it. */
export const appTexts = texts('app', {
  product: 'Last Mile',
  pages: 'Pages',
  opening: 'Opening the page',
  findingProgramme: 'Loading your programme',
  dashboard: 'Dashboard',
  library: 'Library',
  feedback: 'Feedback',
  programme: 'Programme',
  suggest: 'Suggest an improvement',
  feedbackTitles: { flag: 'Flag a problem', suggestion: 'Suggest an improvement' },
  suggestionTask: 'What is it about?',
  wayOfWorking: 'How we work with AI here',
  outsideTitle: 'Open Last Mile in Teams',
  outside:
    'This page is a tab of Microsoft Teams. Open the channel your programme uses and choose the Last Mile tab there. If you are in Teams already, close the tab and open it again.',
  signInTitle: 'Sign in to Last Mile',
  signIn: 'Sign in',
  signInAgain: 'Microsoft asks you to sign in again before we can go on.',
  signInWhy: 'Microsoft asks for your confirmation once. A window opens for it.',
  signInFailed: 'Signing in did not work. Try again, and allow the window to open.',
  brokenTitle: 'Something went wrong on this page',
  broken: 'What you typed is kept on this device. Open the page again to go on.',
  openAgain: 'Open again',
  offline:
    'You are offline. You see what was loaded before; what you write is kept on this device.',
  notRefreshed: 'This could not be brought up to date.',
  waiting: (count: number) =>
    plural(count, { one: '# thing waits to be sent', other: '# things wait to be sent' }),
  sendNow: 'Send now',
});
