import {
  createPaneClient,
  createUnsentQueue,
  SignInRequired,
  type PaneClient,
  type UnsentQueue,
} from '@last-mile/shared/client';
import { createKeptObservations, type KeptSettings } from '../features/adoption/keptObservations';
import type { LibrarySnapshot } from '../features/library/librarySnapshot';
import type { SnapshotStore } from '../features/library/snapshotStore';
import type { KeptChoices } from './keptChoices';
import { accountChoiceOf } from './accountChoice';
import type { SignIn } from './signIn';

/** One person at one opening of the pane: what the screens work with. */
export interface PaneSession {
  /** `tid.oid`. */
  readonly account: string;
  readonly client: PaneClient;
  readonly queue: UnsentQueue;
  /** The library this device kept; null at the first opening. */
  readonly kept: LibrarySnapshot | null;
  /** Sends what waits on this device and what the events kept in Outlook's settings. Never throws. */
  readonly sendWaiting: () => Promise<void>;
}

export interface PaneSessionOptions {
  /** Address of the mailbox the pane was opened in; null where Outlook does not tell. */
  readonly mailbox: string | null;
  readonly signIn: SignIn;
  readonly choices: KeptChoices;
  readonly snapshots: SnapshotStore;
  readonly settings: KeptSettings;
  /** Entra says that somebody else uses this mailbox now: open the pane anew for them. */
  readonly onOtherAccount: () => void;
  readonly fetch?: typeof fetch;
}

/**
 * Opens the pane for whoever used this mailbox last, without a token or the network; only a mailbox
 * not seen before waits for the sign-in. When Entra then names another account, the pane is opened anew
 * for that one; nothing is ever read from the API or sent to it for the wrong person.
 */
export async function openPaneSession(options: PaneSessionOptions): Promise<PaneSession> {
  const { signIn, choices, snapshots, onOtherAccount } = options;
  const choice = await accountChoiceOf(options.mailbox);
  const remembered = choices.get(choice);
  const account = remembered ?? (await signIn.silently()).account;
  choices.set(choice, account);

  const client = createPaneClient({
    async accessToken(challenge) {
      const signedIn = await signIn.silently(challenge);
      if (signedIn.account === account) return signedIn.accessToken;
      choices.set(choice, signedIn.account);
      onOtherAccount();
      throw new SignInRequired('Another person is signed in now.');
    },
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  });
  const queue = createUnsentQueue({ account, client });
  const handOnObservations = createKeptObservations(options.settings, queue, Date.now);
  return {
    account,
    client,
    queue,
    kept: await snapshots.read(account),
    async sendWaiting() {
      await handOnObservations();
      await queue.flush();
    },
  };
}
