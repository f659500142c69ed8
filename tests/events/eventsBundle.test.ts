import { toDraftFill, writeFills } from '@last-mile/shared/on-send';
import { draftSent } from '@last-mile/shared/adoption';
import { Linter } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtEvents } from '../bench/builtChunks';
import { startBareOutlook, type BareOutlookOptions } from './bareOutlook';

let script: string;
beforeAll(async () => {
  script = (await builtEvents()).code;
});

const outlook = (options: BareOutlookOptions = {}) => startBareOutlook(script, options);
const letGo = [{ allowEvent: true }];
const itemKey = '7f0cf1a2-93b6-4b57-8a3b-54b6f4a60c22';
const draftKey = '0b4f4b8e-6a57-4c1e-9d4f-3a1f0f4f2b11';

const fillFor = (company: string, domain: string) =>
  toDraftFill({
    itemKey,
    version: 3,
    at: '2026-11-25T09:00:00Z',
    inserted: { type: 'html', content: `<p>Our offer for ${company} stands.</p>` },
    values: { company },
    recipients: [{ displayName: '', emailAddress: `a@${domain}` }],
    sender: { displayName: 'Ben', emailAddress: 'ben@lastmile.example' },
  });

describe('the script', () => {
  test('is one classic script that an engine of 2016 can read', () => {
    const complaints = new Linter().verify(script, {
      languageOptions: { ecmaVersion: 2016, sourceType: 'script' },
    });
    expect(complaints.filter(({ fatal }) => fatal)).toEqual([]);
  });

  test('reaches for no network, page or storage', () => {
    expect(script).not.toMatch(
      /\b(?:fetch|XMLHttpRequest|document|window|localStorage|WebSocket)\b/,
    );
  });

  test('associates the three handlers that the manifests name', () => {
    expect(outlook().handlers()).toEqual([
      'onNewMessageCompose',
      'onMessageCompose',
      'onMessageSend',
    ]);
  });
});

describe('opening a draft', () => {
  test('writes down when a new one was opened, whichever of the two events comes first', async () => {
    for (const order of [
      ['onNewMessageCompose', 'onMessageCompose'],
      ['onMessageCompose', 'onNewMessageCompose'],
    ]) {
      const bare = outlook();
      for (const event of order) expect(await bare.raise(event)).toHaveLength(1);
      const draft = JSON.parse(bare.session()['lastMile.draft'] ?? '{}') as object;
      expect(draft).toEqual({
        key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        openedAt: expect.any(Number) as number,
      });
    }
  });

  test('of one that was saved has no start, so its time stays unknown', async () => {
    const bare = outlook();
    await bare.raise('onMessageCompose');
    expect(JSON.parse(bare.session()['lastMile.draft'] ?? '{}')).toMatchObject({ openedAt: null });
    await bare.raise('onMessageSend');
    const { waiting } = bare.settings()['lastMile.observations'] as { waiting: object[] };
    expect(waiting).toMatchObject([{ minutes: null }]);
  });
});

describe('sending', () => {
  test('lets a clean message go, and keeps numbers and keys of it', async () => {
    const bare = outlook({
      body: { type: 'html', content: '<p>Our offer for Northwind stands.</p>' },
      session: {
        'lastMile.draft': JSON.stringify({ key: draftKey, openedAt: Date.now() - 4 * 60_000 }),
        'lastMile.idle': '60000',
        'lastMile.inserted': writeFills([fillFor('Northwind', 'northwind.example')]),
      },
    });
    expect(await bare.raise('onMessageSend')).toEqual(letGo);
    const { waiting } = bare.settings()['lastMile.observations'] as { waiting: unknown[] };
    expect(waiting).toEqual([
      {
        clientKey: draftKey,
        kind: 'draftSent',
        at: expect.any(String) as string,
        minutes: 3,
        taskKey: null,
        template: { itemKey, version: 3, keptShare: 1, paragraphs: ['kept'] },
        surface: 'outlook',
      },
    ]);
    expect(draftSent.safeParse(waiting[0]).success).toBe(true);
    expect(JSON.stringify(bare.settings())).not.toMatch(/northwind|offer/i);
  });

  test('is tried again as the same draft, which is kept once', async () => {
    const bare = outlook({
      session: { 'lastMile.draft': JSON.stringify({ key: draftKey, openedAt: 0 }) },
    });
    await bare.raise('onMessageSend');
    await bare.raise('onMessageSend');
    expect(bare.settings()['lastMile.observations']).toMatchObject({ waiting: [{ minutes: 60 }] });
  });

  test('asks about a placeholder that was left, and keeps nothing', async () => {
    const bare = outlook({ body: { type: 'html', content: '<p>Dear {{name}},</p>' } });
    expect(await bare.raise('onMessageSend')).toEqual([
      {
        allowEvent: false,
        errorMessage: 'Before you send: {{name}} is not filled in (“Dear {{name}},”).',
        cancelLabel: 'Open Last Mile',
        commandId: 'templatesButton',
        contextData: JSON.stringify({
          alert: 'Before you send: {{name}} is not filled in (“Dear {{name}},”).',
        }),
      },
    ]);
    expect(bare.seen.saves).toBe(0);
  });

  test('offers no button where Outlook is older than Mailbox 1.14', async () => {
    const bare = outlook({ mailbox: 12, body: { type: 'text', content: 'Dear {{name}},' } });
    const [answer] = await bare.raise('onMessageSend');
    expect(Object.keys(answer ?? {})).toEqual(['allowEvent', 'errorMessage']);
  });

  test('asks about another client and a missing attachment, in German where Outlook is German', async () => {
    const bare = outlook({
      displayLanguage: 'de-DE',
      to: ['samuel@fabrikam.example'],
      body: { type: 'text', content: 'Anbei das Angebot für Northwind.' },
      session: {
        'lastMile.inserted': writeFills([
          fillFor('Northwind', 'northwind.example'),
          fillFor('Fabrikam', 'fabrikam.example'),
        ]),
      },
    });
    const [answer] = await bare.raise('onMessageSend');
    expect(answer?.['errorMessage']).toMatch(/„Northwind“ gehört .* nichts angehängt/);
  });

  test('asks about what a template left, though it was inserted into the signature', async () => {
    const fill = toDraftFill({
      itemKey,
      version: 3,
      at: '2026-11-25T09:00:00Z',
      inserted: { type: 'html', content: '<p>We start with it, because {{reason}}.</p>' },
      values: { reason: '' },
      recipients: [],
      sender: null,
    });
    const signature = (content: string) => ({
      type: 'html' as const,
      content: `<div id="Signature"><p>Ben {{vcard}}</p>${content}</div>`,
    });
    const session = { 'lastMile.inserted': writeFills([fill]) };
    const left = outlook({
      session,
      body: signature('<p>We start with it, because {{reason}}.</p>'),
    });
    const [answer] = await left.raise('onMessageSend');
    expect(answer?.['errorMessage']).toMatch(/{{reason}}/);
    expect(answer?.['errorMessage']).not.toMatch(/vcard/);
    const filled = outlook({
      session,
      body: signature('<p>We start with it, because we can.</p>'),
    });
    expect(await filled.raise('onMessageSend')).toEqual(letGo);
  });

  test('never has more than three calls pending', async () => {
    const bare = outlook({ slowMs: 5 });
    await bare.raise('onMessageSend');
    expect(bare.seen.mostPending).toBe(3);
  });

  test('is checked, though the message was begun a moment ago and its events are still running', async () => {
    const bare = outlook({ slowMs: 5, body: { type: 'html', content: '<p>{{name}}</p>' } });
    const opened = [bare.raise('onNewMessageCompose'), bare.raise('onMessageCompose')];
    expect(await bare.raise('onMessageSend')).toMatchObject([{ allowEvent: false }]);
    await Promise.all(opened);
    expect(bare.seen.mostPending).toBe(3);
  });

  test('is checked, though the calls of an event before it were never answered', async () => {
    const bare = outlook({
      broken: { 'sessionData.getAllAsync': 'silent' },
      body: { type: 'html', content: '<p>{{name}}</p>' },
    });
    for (let event = 0; event < 4; event += 1) await bare.raise('onNewMessageCompose');
    expect(await bare.raise('onMessageSend')).toMatchObject([{ allowEvent: false }]);
  });
});

describe('when something is wrong on our side', () => {
  const calls = [
    'subject.getAsync',
    'body.getTypeAsync',
    'body.getAsync',
    'to.getAsync',
    'cc.getAsync',
    'bcc.getAsync',
    'getAttachmentsAsync',
    'sessionData.getAllAsync',
    'roamingSettings.saveAsync',
  ];
  const faults = ['fails', 'throws', 'silent', 'missing'] as const;

  test.concurrent.each(calls.flatMap((call) => faults.map((fault) => [call, fault] as const)))(
    '%s %s: the mail goes, and the event is completed once',
    async (call, fault) => {
      const bare = outlook({ broken: { [call]: fault } });
      expect(await bare.raise('onMessageSend', 500)).toEqual(letGo);
    },
  );

  test.concurrent.each(faults)(
    'session data that %s: opening a draft is completed once',
    async (fault) => {
      const bare = outlook({
        broken: { 'sessionData.getAllAsync': fault, 'sessionData.setAsync': fault },
      });
      expect(await bare.raise('onNewMessageCompose', 500)).toHaveLength(1);
    },
  );

  test('an Outlook that answers too slowly lets the mail go unchecked', async () => {
    const bare = outlook({ slowMs: 1_000, body: { type: 'html', content: '<p>{{name}}</p>' } });
    expect(await bare.raise('onMessageSend', 1_200)).toEqual(letGo);
  });

  test('what Outlook did tell is checked, though it was slow with the rest', async () => {
    const bare = outlook({
      broken: { 'to.getAsync': 'silent' },
      body: { type: 'html', content: '<p>{{name}}</p>' },
    });
    expect(await bare.raise('onMessageSend')).toMatchObject([{ allowEvent: false }]);
  });

  test('without timers, which no standard promises, it works as long as Outlook answers', async () => {
    expect(await outlook({ withoutTimers: true }).raise('onMessageSend')).toEqual(letGo);
  });

  test('broken session data and settings are as good as none', async () => {
    const bare = outlook({
      session: {
        'lastMile.draft': '{',
        'lastMile.inserted': '[{"itemKey":1}]',
        'lastMile.idle': 'x',
      },
      settings: { 'lastMile.observations': 'full' },
    });
    expect(await bare.raise('onMessageSend')).toEqual(letGo);
    expect(bare.settings()['lastMile.observations']).toMatchObject({ dropped: 0 });
  });
});

test('a body of a million characters is read to its end', async () => {
  const long = '<p class="MsoNormal">A sentence that promises nothing.<o:p></o:p></p>'.repeat(
    14_500,
  );
  const bare = outlook({ body: { type: 'html', content: `${long}<p>{{at the end}}</p>` } });
  expect(await bare.raise('onMessageSend')).toMatchObject([
    { errorMessage: expect.stringContaining('{{at the end}}') as string },
  ]);
});

test('the ring stays within its limit, and counts what had to make room', async () => {
  const old = Array.from({ length: 400 }, (_, at) => ({
    clientKey: `old ${at}`,
    at: '2026-11-25',
  }));
  const bare = outlook({ settings: { 'lastMile.observations': { waiting: old, dropped: 2 } } });
  await bare.raise('onMessageSend');
  const ring = bare.settings()['lastMile.observations'] as { waiting: unknown[]; dropped: number };
  expect(JSON.stringify(bare.settings()).length).toBeLessThan(32 * 1024);
  expect(ring.waiting.length + ring.dropped).toBe(403);
});
