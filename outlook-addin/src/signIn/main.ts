import { readClientConfig } from '@last-mile/shared/client';
import { createLanguageChoice } from '@last-mile/shared/language';
import { createRedirectFlow } from './redirectFlow';
import { signInStep } from './signInStep';
import { signInTexts as texts } from './signInTexts';
import { signInGerman } from './signInTexts.de';

const languageChoice = createLanguageChoice({
  loadGerman: () => Promise.resolve({ signIn: signInGerman }),
  root: document.documentElement,
});

await languageChoice.choose(navigator.language);
say(texts.working);
// Nobody but Outlook is told anything: opened by itself, the page does not even begin.
const { host } = await Office.onReady();
if (String(host) === 'Outlook') await signIn();
else say(texts.notHere);

async function signIn() {
  const page = `${location.origin}${location.pathname}`;
  const flow = createRedirectFlow(readClientConfig(document), page);
  const message = await signInStep(location.hash, flow);
  if (message === null) return;
  Office.context.ui.messageParent(JSON.stringify(message), { targetOrigin: location.origin });
  say(texts.done);
}

function say(words: string) {
  const state = document.getElementById('state');
  if (state !== null) state.textContent = words;
}
