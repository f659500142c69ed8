import { describe, expect, it } from 'vitest';
import type { CheckedItem } from './checkedItem';
import { checkStandards } from './checkStandards';

const good: CheckedItem = {
  kind: 'prompt',
  purpose: 'Answer a client who asks for a date.',
  subject: null,
  body: `You are an adviser who looks after {{company}}. Draft an email to the client that says why the report is late.
Use only the notes below. At most 120 words, warm but not chatty. Do not promise a date that is not in the notes.

Notes:
{{notes}}`,
  assistant: 'Microsoft 365 Copilot Chat',
  language: 'en-GB',
  placeholders: [
    { name: 'company', kind: 'message', description: '', choices: [], from: 'recipientCompany' },
    { name: 'notes', kind: 'text', description: 'Your notes', choices: [], from: null },
  ],
  sources: [],
  exampleOutput: '',
};

const prompt = (body: string, more: Partial<CheckedItem> = {}): CheckedItem => ({
  ...good,
  placeholders: [],
  body,
  ...more,
});

const template = (more: Partial<CheckedItem>): CheckedItem => ({
  ...good,
  kind: 'template',
  assistant: null,
  subject: 'Your question about {{company}}',
  body: '<p>Dear {{company}},</p><p>thank you.</p>',
  placeholders: good.placeholders.slice(0, 1),
  ...more,
});

const standardsOf = (item: CheckedItem) => checkStandards(item).map(({ standard }) => standard);
const reasonsOf = (item: CheckedItem) => checkStandards(item).map(({ reason }) => reason);

describe('a prompt', () => {
  it('that asks, tells the situation, names its material, its shape and its reader lacks nothing', () => {
    expect(checkStandards(good)).toEqual([]);
  });

  it('of two words lacks all but its goal', () => {
    expect(standardsOf(prompt('Summarise it.'))).toEqual([
      'context',
      'source',
      'expectation',
      'audience',
    ]);
  });

  it.each([
    'The client and our delays, as a table, from the notes below.',
    'Kurze Tabelle für unsere Kundschaft aus den Notizen unten.',
  ])('that asks for nothing has no goal: %s', (body) => {
    expect(standardsOf(prompt(body, { language: 'und' }))).toEqual(['goal']);
  });

  it.each([
    'List three risks a reader would miss. Quote the plan below.',
    'Nenne drei Risiken, die Lesende übersehen. Zitiere den folgenden Plan.',
  ])('without a situation has no context: %s', (body) => {
    expect(standardsOf(prompt(body, { language: 'und' }))).toEqual(['context']);
  });

  it.each([
    'Write a short email for our client because the workshop moves.',
    'Schreib eine kurze E-Mail an unseren Kunden, weil der Workshop verschoben wird.',
  ])('that rests on nothing has no source: %s', (body) => {
    expect(standardsOf(prompt(body, { language: 'und' }))).toEqual(['source']);
    const sources = [{ title: 'Engagement letter', url: 'https://contoso.example', ownerId: null }];
    expect(standardsOf(prompt(body, { language: 'und', sources }))).toEqual([]);
  });

  it.each([
    'Explain to our client what the attached contract says about liability.',
    'Erkläre unserem Kunden, was der angehängte Vertrag zur Haftung sagt.',
  ])('that says nothing of the answer has no expectation: %s', (body) => {
    expect(standardsOf(prompt(body, { language: 'und' }))).toEqual(['expectation']);
  });

  it.each([
    'Summarise my notes below in five bullets.',
    'Fasse meine Notizen unten in fünf Punkten zusammen.',
  ])('that nobody reads has no audience: %s', (body) => {
    expect(standardsOf(prompt(body, { language: 'und' }))).toEqual(['audience']);
  });

  it('is read in its own language only', () => {
    const body = 'Schreib eine kurze E-Mail an unseren Kunden, weil der Workshop unten steht.';
    expect(standardsOf(prompt(body, { language: 'de-DE' }))).toEqual([]);
    expect(standardsOf(prompt(body, { language: 'en-GB' }))).toContain('goal');
  });

  it('may have its goal behind an introduction, a number or a bullet', () => {
    for (const line of [
      'From the notes below, make a list for the client, as we agreed it.',
      '1. Read our notes below. 2. List them for the client.',
      '- please rank our notes below as a table for the team',
    ]) {
      expect(standardsOf(prompt(line))).toEqual([]);
    }
  });
});

describe('placeholders', () => {
  it('need a description unless the message proposes their value', () => {
    const placeholders = good.placeholders.map((entry) => ({ ...entry, description: ' ' }));
    expect(checkStandards({ ...good, placeholders })).toEqual([
      { standard: 'placeholders', reason: 'noDescription', field: 'placeholders', about: 'notes' },
    ]);
  });

  it('that offer a choice offer at least two', () => {
    const placeholders = good.placeholders.map((entry) =>
      entry.name === 'notes' ? { ...entry, kind: 'choice' as const, choices: ['one'] } : entry,
    );
    expect(reasonsOf({ ...good, placeholders })).toEqual(['tooFewChoices']);
  });

  it('that are described and not in the text are named', () => {
    const other = { name: 'date', kind: 'date', description: 'When', choices: [], from: null };
    const placeholders = [...good.placeholders, other] as CheckedItem['placeholders'];
    expect(checkStandards({ ...good, placeholders })).toEqual([
      { standard: 'placeholders', reason: 'notInText', field: 'placeholders', about: 'date' },
    ]);
  });
});

describe('personal data', () => {
  it.each([
    ['an address', 'maria.huber@contoso.com'],
    ['a number to ring', '+49 30 901820'],
    ['an IBAN', 'DE89 3704 0044 0532 0130 00'],
    ['a card', '4111 1111 1111 1111'],
  ])('written into the text is found: %s', (_, written) => {
    const found = checkStandards({ ...good, body: `${good.body}\n${written}` });
    expect(found).toEqual([
      { standard: 'personalData', reason: 'personalDataWritten', field: 'body', about: written },
    ]);
  });

  it.each([
    'maria.huber@contoso.example',
    'no-reply@example.com',
    'Invoice 2026-11-25-000123',
    'DE89 3704 0044 0532 0130 01',
    '4111 1111 1111 1112',
    '0000 0000 0000 0000',
    'between 2026-01-01 and 2026-12-31',
  ])('is not seen in %s', (written) => {
    expect(checkStandards({ ...good, body: `${good.body}\n${written}` })).toEqual([]);
  });

  it('written into the example of a good output is found there', () => {
    const [finding] = checkStandards({ ...good, exampleOutput: 'Ring +43 1 514330 today.' });
    expect(finding).toMatchObject({ field: 'exampleOutput', about: '+43 1 514330' });
  });

  it.each([
    'Paste the health record of the client below.',
    "Include the candidate's date of birth.",
    'Enter your password so that the file opens.',
  ])('must not be asked for: %s', (sentence) => {
    expect(reasonsOf({ ...good, body: `${good.body}\n${sentence}` })).toEqual([
      'personalDataAsked',
    ]);
  });

  it('that a prompt keeps out is not asked for', () => {
    const body = `${good.body}\nDo not include salaries. Remove bank details before you paste.`;
    expect(checkStandards({ ...good, body })).toEqual([]);
  });

  it('must not be asked for by a placeholder, in templates neither', () => {
    const body = '<p>Dear {{company}},</p><p>Your {{Passport number}} arrived.</p>';
    const placeholders = [
      ...good.placeholders.slice(0, 1),
      { name: 'Passport number', kind: 'text', description: 'x', choices: [], from: null },
    ] as CheckedItem['placeholders'];
    expect(checkStandards(template({ body, placeholders }))).toEqual([
      {
        standard: 'personalData',
        reason: 'personalDataAsked',
        field: 'body',
        about: 'Passport number',
      },
    ]);
  });
});

describe('a template', () => {
  it('that has a purpose, a subject and a greeting lacks nothing', () => {
    expect(checkStandards(template({}))).toEqual([]);
  });

  it('needs a purpose and a subject', () => {
    expect(checkStandards(template({ purpose: ' ', subject: '' }))).toEqual([
      { standard: 'goal', reason: 'noPurpose', field: 'purpose', about: null },
      { standard: 'goal', reason: 'noSubject', field: 'subject', about: null },
    ]);
  });

  it('greets somebody, in its own language', () => {
    expect(reasonsOf(template({ body: '<p>{{company}} is late.</p>' }))).toEqual(['noGreeting']);
    const body = '<div><p>&nbsp;Sehr geehrte Frau {{company}},</p></div>';
    expect(reasonsOf(template({ body, language: 'de' }))).toEqual([]);
    expect(reasonsOf(template({ body, language: 'en' }))).toEqual(['noGreeting']);
  });
});

describe('a text that is too long', () => {
  const long = `${good.body}\n${'x'.repeat(2_000)}`;

  it('for the box inside an app is named with the most it may have', () => {
    expect(checkStandards({ ...good, body: long, assistant: 'Copilot in Word' })).toEqual([
      { standard: 'length', reason: 'tooLong', field: 'body', about: '2000' },
    ]);
  });

  it('is none in Copilot Chat, whose limit is not documented', () => {
    expect(checkStandards({ ...good, body: long })).toEqual([]);
  });

  it('for an email is measured as Outlook does: the subject in characters, the form in bytes', () => {
    const subject = 's'.repeat(256);
    const body = `<p>Dear {{company}},</p>${'ü'.repeat(16_384)}`;
    expect(
      checkStandards(template({ subject, body, placeholders: good.placeholders.slice(0, 1) })),
    ).toEqual([
      { standard: 'length', reason: 'tooLong', field: 'subject', about: '255' },
      { standard: 'length', reason: 'tooLong', field: 'body', about: '32768' },
    ]);
  });
});
