import { describe, expect, test } from 'vitest';
import type { MessageContext, MessagePerson } from './composeMessage';
import { firstName, fullName, proposeValues } from './placeholderProposals';

const person = (displayName: string, emailAddress: string): MessagePerson => ({
  displayName,
  emailAddress,
});
const anna = person('Anna Weber', 'anna.weber@northwind-traders.example');
const sender = person('Ben Okoro', 'ben@brightwater.example');

const message = (part: Partial<MessageContext> = {}): MessageContext => ({
  to: [anna],
  sender,
  subject: 'Re: Year-end accounts',
  composing: 'reply',
  hasSelection: false,
  taskKey: null,
  ...part,
});

const english = { language: 'en-GB', now: new Date(2026, 10, 23, 12), declared: [] };

function values(names: string[], context: MessageContext | null, options = english) {
  const proposals = proposeValues(names, context, options);
  return Object.fromEntries(Object.entries(proposals).map(([name, { value }]) => [name, value]));
}

describe('the message proposes', () => {
  test('who it goes to, from where, who writes, when, and about what', () => {
    expect(
      proposeValues(
        ['recipientName', 'recipientFirstName', 'company', 'senderName', 'date', 'subject', 'fee'],
        message(),
        english,
      ),
    ).toEqual({
      recipientName: { value: 'Anna Weber', source: 'recipient' },
      recipientFirstName: { value: 'Anna', source: 'recipient' },
      company: { value: 'Northwind Traders', source: 'recipientAddress' },
      senderName: { value: 'Ben Okoro', source: 'sender' },
      date: { value: '23 November 2026', source: 'today' },
      subject: { value: 'Year-end accounts', source: 'subject' },
    });
  });

  test('a first name where the placeholder asks for one, whatever its author said it comes from', () => {
    const declared = [
      { name: 'recipient first name', from: 'recipientName' as const },
      { name: 'contact', from: 'recipientName' as const },
      { name: 'senderFirstName', from: 'senderName' as const },
      { name: 'subject', from: 'recipientCompany' as const },
    ];
    const names = declared.map(({ name }) => name);
    const proposals = proposeValues(names, message(), { ...english, declared });
    expect(names.map((name) => proposals[name]?.value)).toEqual([
      'Anna',
      'Anna Weber',
      'Ben',
      'Northwind Traders',
    ]);
  });

  test('the same under the names people write: "Recipient first name", "sender_name", "Today"', () => {
    expect(values(['Recipient first name', 'sender_name', 'Today'], message())).toEqual({
      'Recipient first name': 'Anna',
      sender_name: 'Ben Okoro',
      Today: '23 November 2026',
    });
  });

  test('dates and lists of names in the language of the template', () => {
    const to = [anna, person('Ben Ahl', 'ben.ahl@northwind-traders.example')];
    expect(
      values(['date', 'recipientFirstName'], message({ to }), { ...english, language: 'de-DE' }),
    ).toEqual({ date: '23. November 2026', recipientFirstName: 'Anna und Ben' });
  });

  test('nothing without a message but the date', () => {
    expect(values(['recipientName', 'senderName', 'today'], null)).toEqual({
      today: '23 November 2026',
    });
  });

  test('no name for a crowd, nor when one of the people has none', () => {
    const crowd = ['Ann A', 'Bea B', 'Cid C', 'Dan D'].map((name) => person(name, 'x@n.example'));
    expect(values(['recipientName'], message({ to: crowd }))).toEqual({});
    expect(values(['recipientName'], message({ to: [anna, person('', 'x17@n.example')] }))).toEqual(
      {},
    );
  });
});

describe('the company comes from the address', () => {
  const company = (...addresses: string[]) =>
    values(['company'], message({ to: addresses.map((address) => person('A B', address)) }))[
      'company'
    ];

  test('without sub-domains and the suffix of the country', () => {
    expect(company('a@eu.contoso.com')).toBe('Contoso');
    expect(company('a@contoso.co.uk')).toBe('Contoso');
    expect(company('a@mail.adventure-works.com.au')).toBe('Adventure Works');
  });

  test('but not from a mail provider, the own firm, two firms, or no address', () => {
    expect(company('anna@gmail.com')).toBeUndefined();
    expect(company('anna@yahoo.co.uk')).toBeUndefined();
    expect(company('colleague@brightwater.example')).toBeUndefined();
    expect(company('a@contoso.com', 'b@fabrikam.com')).toBeUndefined();
    expect(company('internal group')).toBeUndefined();
  });

  test('when colleagues are copied beside one client, it is the client', () => {
    expect(company('colleague@brightwater.example', 'a@fabrikam.com')).toBe('Fabrikam');
  });
});

describe('names', () => {
  test.each([
    ['Weber, Anna', 'Anna Weber', 'Anna'],
    ['Anna Weber (Northwind)', 'Anna Weber', 'Anna'],
    ['Weber, Anna | Northwind', 'Anna Weber', 'Anna'],
    ['Dr. Anna Weber', 'Dr. Anna Weber', 'Anna'],
    ['"Anna Weber"', 'Anna Weber', 'Anna'],
    ['Łukasz Żak', 'Łukasz Żak', 'Łukasz'],
    ['Cher', 'Cher', 'Cher'],
    ['J. Weber', 'J. Weber', null],
  ])('%s is %s, greeted as %s', (shown, full, first) => {
    const known = person(shown, 'x1@n.example');
    expect(fullName(known)).toBe(full);
    expect(firstName(known)).toBe(first);
  });

  test('an address in place of a name gives one only when it is plain', () => {
    expect(fullName(person('anna.weber@n.example', 'anna.weber@n.example'))).toBe('Anna Weber');
    expect(fullName(person('', 'info@n.example'))).toBeNull();
    expect(fullName(person('', 'a.weber@n.example'))).toBeNull();
  });
});
