interface ToySettings {
  readonly clientId: string;
  readonly tenantId: string;
  readonly tenantOrigin: string;
}

/** What both toys do with the real msal-browser over whatever bridge their host gives. */
const signIn = ({ clientId, tenantId }: ToySettings) => `
  const client = () => msal.createNestablePublicClientApplication({
    auth: { clientId: '${clientId}', authority: 'https://login.microsoftonline.com/${tenantId}' },
    cache: { cacheLocation: 'memoryStorage' },
  });
  const request = { scopes: ['api://localhost:3001/${clientId}/access_as_user'] };
  window.acquireTwice = async () => {
    const app = await client();
    const first = await app.acquireTokenSilent(request);
    const second = await app.acquireTokenSilent({ ...request, account: first.account });
    return { accessToken: first.accessToken, username: first.account.username, secondFromCache: second.fromCache };
  };
  window.acquireSilently = async () => (await client()).acquireTokenSilent(request).then(() => 'given', (error) => error.name);
  window.acquireByPopup = async () => (await (await client()).acquireTokenPopup(request)).accessToken;
`;

/** A tab with nothing but the real teams-js and msal-browser. */
export const toyTab = (
  settings: ToySettings,
) => `<!doctype html><html lang="en"><title>Toy tab</title>
<script src="/teams.js"></script><script src="/msal.js"></script><script>
${signIn(settings)}
const { app, authentication, nestedAppAuth, pages } = microsoftTeams;
const seen = (window.seen = {});
window.hostToken = () => authentication.getAuthToken({ silent: true });
window.openLinks = async () => {
  await app.openLink('https://teams.microsoft.com/l/chat/0/0?users=ben');
  await pages.navigateToApp({ appId: 'an-app', pageId: 'home' });
  pages.shareDeepLink({ subPageId: 'library/42', subPageLabel: 'A prompt' });
};
(async () => {
  await app.initialize(['${settings.tenantOrigin}']);
  seen.context = await app.getContext();
  app.registerOnThemeChangeHandler((theme) => (seen.theme = theme));
  seen.nestedAppAuth = nestedAppAuth.isNAAChannelRecommended();
  app.notifyAppLoaded();
  await app.notifySuccess();
  seen.done = true;
})();
</script></html>`;

/** A pane with the production script tag, over which only the stand-in can answer here. */
export const toyPane = (
  settings: ToySettings,
) => `<!doctype html><html lang="en"><title>Toy pane</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script src="/msal.js"></script><script>
const { pushState } = history;
Reflect.deleteProperty(history, 'pushState');
Reflect.deleteProperty(history, 'replaceState');
${signIn(settings)}
const seen = (window.seen = { pushState });
const call = (start) => new Promise((resolve) => start(resolve));
const item = () => Office.context.mailbox.item;
window.insert = async (html) => {
  const result = await call((done) => item().body.setSelectedDataAsync(html, { coercionType: Office.CoercionType.Html }, done));
  return { status: result.status, name: result.error?.name };
};
window.insertText = (text) => call((done) => item().body.setSelectedDataAsync(text, done));
window.readMessage = async () => ({
  to: (await call((done) => item().to.getAsync(done))).value,
  subject: (await call((done) => item().subject.getAsync(done))).value,
});
window.saveSetting = async (name, value) => {
  Office.context.roamingSettings.set(name, value);
  await call((done) => Office.context.roamingSettings.saveAsync(done));
};
window.setting = (name) => Office.context.roamingSettings.get(name);
Office.onReady(async (info) => {
  seen.ready = info;
  seen.user = Office.context.mailbox.userProfile.displayName;
  seen.bodyType = (await call((done) => item().body.getTypeAsync(done))).value;
  await call((done) => Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, () => {
    seen.item = item() === null ? null : 'a message';
  }, done));
  seen.done = true;
});
</script></html>`;
