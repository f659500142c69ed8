import { plural } from '@last-mile/shared/language';
import type { OutlookNotThere } from './officeHost';
import type { SignInObstacle } from './signIn';
import { texts } from './texts';

/** Every word of the pane's frame. */
export const paneTexts = texts('pane', {
  name: 'Last Mile',
  starting: 'Opening Last Mile',
  notThere: {
    noScript: {
      title: 'Outlook’s script did not load',
      text: 'Check the connection, then try again.',
    },
    noAnswer: {
      title: 'Outlook does not answer',
      text: 'Close the pane and open it again from the ribbon.',
    },
    otherHost: {
      title: 'Open Last Mile from Outlook',
      text: 'Write a message, then choose Templates in the ribbon.',
    },
  } satisfies Record<OutlookNotThere['reason'], { title: string; text: string }>,
  retry: 'Try again',
  partAway: 'This part cannot be opened',
  partAwayText:
    'Last Mile was updated, or the connection is gone. What is in your message stays as it is.',
  openAnew: 'Open Last Mile anew',
  back: 'Back',
  signIn: 'Sign in',
  signInTitle: 'Sign in to see your templates',
  signInText: 'Your organisation asks you to confirm it is you.',
  signInLater: 'Sign in to get new templates. Feedback waits on this device until then.',
  noSignIn: {
    notSupported: {
      title: 'This version of Outlook cannot sign in to Last Mile',
      text: 'Use Outlook on the web, new Outlook, or a current version for desktop.',
    },
    noAnswer: {
      title: 'Outlook did not answer the sign-in',
      text: 'Close the pane and open it again, or restart Outlook.',
    },
    failed: {
      title: 'The sign-in did not work',
      text: 'Try again. If it stays so, ask your Microsoft 365 admin.',
    },
  } satisfies Record<SignInObstacle, { title: string; text: string }>,
  offlineFirst:
    'The first opening needs a connection. After that templates are kept on this device.',
  kept: (asOf: string) => `Templates from ${asOf}, kept on this device. What you do is sent later.`,
  offline: 'You are offline',
  unreachable: 'Last Mile cannot be reached',
  noProgramme: 'You are not in a programme yet',
  noProgrammeText:
    'Templates belong to a programme of your organisation. Ask the person who runs AI adoption where you work to add you.',
  noSettings: 'This page has no settings',
  noSettingsText: 'It was not opened through the Last Mile server. Ask your Microsoft 365 admin.',
  asOf: (when: string) => `As of ${when}`,
  refreshing: 'Looking for news…',
  refresh: 'Look for news',
  waiting: (number: number) =>
    plural(number, {
      one: '# entry is kept on this device and will be sent.',
      other: '# entries are kept on this device and will be sent.',
    }),
  refused: (number: number) =>
    plural(number, {
      one: '# piece of feedback was not accepted',
      other: '# pieces of feedback were not accepted',
    }),
  discard: 'Discard',
  dismiss: 'Close',
  feedback: 'Feedback',
  mine: 'My feedback and what came of it',
});
