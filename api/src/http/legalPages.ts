import { Hono } from 'hono';
import type { AppEnv } from './appEnv';
import { contentSecurityPolicy, pageHeaders } from './contentSecurity';

const privacy = `
<p>Last Mile helps a team to make AI part of its daily work. This page says in short what it keeps.
Your organisation runs it and answers for it; ask your administrator for the full statement.</p>
<ul>
<li>It never receives the text, subject or recipients of your email. What is measured in Outlook is
measured on your device and leaves it as numbers.</li>
<li>It counts when you copy a prompt or insert a template. These counts are kept under a random
number instead of your name. Leaders see them for groups only, never for one person. The champions of
your own programme see their own people by name where they must act.</li>
<li>The owner of your programme and their deputies see who has not started, went quiet or had a bad
start, so that they can offer a hand, and the day you last used something. Nobody else does. You can
say in the tab that you do not want this: then you are on no such list.</li>
<li>What you send as feedback is kept in a SharePoint list of your organisation, under your name or
under a pseudonym, as you chose. Who is behind a pseudonym is not written to that list; it is kept
apart, so that you can see your own feedback again.</li>
<li>Anybody can ask the service for everything it holds about them, and have it erased; an administrator
can do both for you. Your words then go, and what is left of your use is nobody's: figures do not move.
What Microsoft 365 keeps by itself (versions, recycle bin, retention) ends in its own time.</li>
<li>Single actions are kept for 180 days. Other records about people are deleted after times that your
organisation can set.</li>
<li>A SharePoint site administrator can always read the site's lists.</li>
<li>Names shown on screen are looked up in Microsoft Entra ID and not stored on the server.</li>
<li>Your own browser keeps the templates and the figures you last saw, and who you are in the
programme, so that the next opening is quick. The figures are kept for a week at most.</li>
</ul>`;

const terms = `
<p>Last Mile is run by your organisation for its own people. Your organisation's terms of use for its
Microsoft 365 apps apply to it. The software comes without any warranty.</p>
<p>Prompts and templates in the library are suggestions: check what an assistant writes before it
leaves your hands.</p>`;

/** The short, honest pages the app package points at. */
export function legalPages() {
  return new Hono<AppEnv>()
    .get('/privacy', (c) => c.body(page('Privacy', privacy), 200, headers()))
    .get('/terms', (c) => c.body(page('Terms of use', terms), 200, headers()));
}

const headers = () => ({
  ...pageHeaders,
  'Cache-Control': 'public, max-age=3600',
  'Content-Security-Policy': contentSecurityPolicy('page', 'none', []),
  'Content-Type': 'text/html; charset=utf-8',
});

const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Last Mile</title></head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>
`;
