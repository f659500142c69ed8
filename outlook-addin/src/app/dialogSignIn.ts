import type { TokenChallenge } from '@last-mile/shared/client';
import { signInMessage, type SignInMessage } from '../signIn/signInMessage';
import { withQuestion } from '../signIn/signInQuestion';
import { dialogTexts as texts } from './dialogTexts';
import { askInDialog, DialogFailed, hasDialogs, type DialogTrouble } from './officeDialog';
import { SignInImpossible, WindowRequired, type SignIn } from './signIn';

type SignedIn = Extract<SignInMessage, { outcome: 'signedIn' }>;

interface DialogSignInOptions {
  /** Whether this Outlook opens dialogs. */
  readonly supported?: boolean;
  /** Opens the sign-in page and gives its message; throws {@link DialogFailed}. */
  readonly ask?: (address: string) => Promise<string>;
  readonly now?: () => number;
}

/**
 * Signs in by a window of its own, where Outlook has no nested app authentication. The token is kept in
 * memory until it ends; after that, and for every challenge, the person is asked, and only by their
 * click. The window sees Entra's own session, so most people see it flash by.
 */
export function createDialogSignIn({
  supported = hasDialogs(),
  ask = askInDialog,
  now = Date.now,
}: DialogSignInOptions = {}): SignIn {
  let signedIn: SignedIn | undefined;
  let loginHint: string | undefined;
  let trouble: DialogTrouble | undefined;
  let open: Promise<SignedIn> | undefined;

  async function signInByDialog(claims: string | undefined): Promise<SignedIn> {
    const page = `${location.origin}/pane/sign-in.html`;
    const question = {
      ...(loginHint === undefined ? {} : { loginHint }),
      ...(claims === undefined ? {} : { claims }),
    };
    try {
      const message = readMessage(await ask(withQuestion(page, question)));
      if (message.outcome !== 'signedIn') throw new DialogFailed(message.outcome);
      trouble = undefined;
      ({ loginHint } = message);
      signedIn = message;
      return message;
    } catch (error) {
      trouble = error instanceof DialogFailed ? error.trouble : 'failed';
      throw error;
    }
  }

  /** The token that meets the challenge, or undefined: only what the API did not refuse goes on. */
  function tokenFor({ claims, person, renew }: TokenChallenge): SignedIn | undefined {
    if (person === true || renew === true) signedIn = undefined;
    if (signedIn === undefined || now() >= signedIn.expiresAt) return undefined;
    return claims === undefined ? signedIn : undefined;
  }

  return {
    silently(challenge = {}) {
      if (!supported) return Promise.reject(new SignInImpossible('notSupported'));
      const token = tokenFor(challenge);
      if (token !== undefined) return Promise.resolve(token);
      const { claims } = challenge;
      const words = trouble === undefined ? texts.opens : texts.trouble[trouble];
      return Promise.reject(new WindowRequired(words, claims === undefined ? {} : { claims }));
    },
    withDialog(claims) {
      open ??= signInByDialog(claims).finally(() => {
        open = undefined;
      });
      return open;
    },
  };
}

function readMessage(text: string): SignInMessage {
  try {
    return signInMessage.parse(JSON.parse(text));
  } catch {
    return { outcome: 'failed' };
  }
}
