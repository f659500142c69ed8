import { html, text, type EarlierFill, type LabelledMessage } from '../labelledMessage';

const marta = 'Marta Lindqvist <marta.lindqvist@northwind.example>';
const samuel = 'Samuel Adeyemi <samuel.adeyemi@fabrikam.example>';
const jonas = 'Jonas Berg <jonas.berg@northwind.example>';
const colleague = 'Priya Raman <priya.raman@lastmile.example>';

const forMarta: EarlierFill = {
  values: { 'recipient first name': 'Marta', company: 'Northwind' },
  to: [marta],
  text: 'Dear Marta, our offer for Northwind stands.',
};
const forSamuel: EarlierFill = {
  values: { 'recipient first name': 'Samuel', company: 'Fabrikam' },
  to: [samuel],
  text: 'Dear Samuel, our offer for Fabrikam stands.',
};
const first = { fills: [forMarta, forSamuel], to: [samuel] };

/** Another client's name or domain, left by an earlier fill of the same draft. */
export const clientCases: readonly LabelledMessage[] = [
  html(
    'the company stayed',
    '<p>Dear Samuel, for Northwind we can do it.</p>',
    ['client:Northwind'],
    first,
  ),
  html('the greeting stayed', '<p>Dear Marta, for Fabrikam we can.</p>', ['client:Marta'], first),
  html(
    'both stayed',
    '<p>Dear Marta, for Northwind.</p>',
    ['client:Marta', 'client:Northwind'],
    first,
  ),
  html('possessive', '<p>Northwind’s figures</p>', ['client:Northwind'], first),
  html('German genitive', '<p>Northwinds Zahlen</p>', ['client:Northwind'], first),
  html('with a hyphen', '<p>das Northwind-Projekt</p>', ['client:Northwind'], first),
  html('in capitals', '<p>NORTHWIND</p>', ['client:Northwind'], first),
  html('split by markup', '<p>North<b>wind</b></p>', ['client:Northwind'], first),
  html(
    'the domain in words',
    '<p>see portal.northwind.example</p>',
    ['client:northwind.example'],
    first,
  ),
  html(
    'the domain in a link',
    '<p><a href="https://northwind.example/x">here</a></p>',
    ['client:northwind.example'],
    first,
  ),
  html(
    'an address',
    '<p>write to marta.lindqvist@northwind.example</p>',
    ['client:northwind.example'],
    first,
  ),
  html('in the subject', '<p>Dear Samuel</p>', ['client:Northwind'], {
    ...first,
    subject: 'Our proposal for Northwind',
  }),
  html('in the subject of a reply it is the thread’s', '<p>Dear Samuel</p>', [], {
    ...first,
    subject: 'RE: Northwind',
  }),
  html('nothing stayed', '<p>Dear Samuel, for Fabrikam.</p>', [], first),
  html(
    'it is in the thread',
    '<p>Dear Samuel</p><div id="appendonsend"></div><p>Northwind, Marta</p>',
    [],
    first,
  ),
  html(
    'it is in the signature',
    '<p>Dear Samuel</p><div id="Signature">Northwind is a client of ours</div>',
    [],
    first,
  ),
  html(
    'part of another word',
    '<p>Northwindmill and Martas are words: Smarta.</p>',
    ['client:Marta'],
    first,
  ),
  html(
    'part of another word only',
    '<p>The Northwindmill turns. Smarta is a brand.</p>',
    [],
    first,
  ),
  html('the new fill speaks of it on purpose', '<p>Dear Samuel, like for Northwind.</p>', [], {
    to: [samuel],
    fills: [forMarta, { ...forSamuel, text: 'Dear Samuel, like for Northwind.' }],
  }),
  html('both clients are written to', '<p>Dear Marta and Samuel, Northwind and Fabrikam</p>', [], {
    to: [marta, samuel],
    fills: [forMarta, forSamuel],
  }),
  html(
    'the recipient changed after the only fill',
    '<p>Dear Marta, for Northwind.</p>',
    ['client:Marta', 'client:Northwind'],
    {
      to: [samuel],
      fills: [forMarta],
    },
  ),
  html('the only fill is for who gets it', '<p>Dear Marta, for Northwind.</p>', [], {
    to: [marta],
    fills: [forMarta],
  }),
  html('another person of the same client', '<p>Dear Jonas, as Marta said, Northwind…</p>', [], {
    to: [jonas],
    fills: [forMarta],
  }),
  html('no fill, no opinion', '<p>Northwind</p>', [], { to: [samuel] }),
  html(
    'first filled without recipients',
    '<p>For Northwind and Fabrikam.</p>',
    ['client:Northwind'],
    {
      to: [samuel],
      fills: [{ ...forMarta, to: [] }, forSamuel],
    },
  ),
  html('a colleague is no client', '<p>Dear Samuel, Priya joins.</p>', [], {
    to: [samuel],
    fills: [
      { values: { 'recipient first name': 'Priya' }, to: [colleague], text: 'Dear Priya' },
      forSamuel,
    ],
  }),
  html('a date is no client', '<p>On 20 November for Fabrikam.</p>', [], {
    to: [samuel],
    fills: [{ ...forMarta, values: { date: '20 November' } }, forSamuel],
  }),
  html('the sender’s own company is no client', '<p>Last Mile thanks Fabrikam.</p>', [], {
    to: [samuel],
    fills: [{ ...forMarta, values: { 'our company': 'Last Mile' } }, forSamuel],
  }),
  html('a first name that is a word, as a word', '<p>Will you come? Dear Samuel.</p>', [], {
    to: [samuel],
    fills: [
      {
        values: { 'recipient first name': 'Will' },
        to: ['Will Park <will@northwind.example>'],
        text: 'Dear Will',
      },
      forSamuel,
    ],
  }),
  html(
    'a first name that is a word, in the greeting',
    '<p>Dear Will, we can.</p>',
    ['client:Will'],
    {
      to: [samuel],
      fills: [
        {
          values: { 'recipient first name': 'Will' },
          to: ['Will Park <will@northwind.example>'],
          text: 'Dear Will',
        },
        forSamuel,
      ],
    },
  ),
  html('everybody is no name', '<p>Dear Samuel, thank you All.</p>', [], {
    to: [samuel],
    fills: [{ values: { 'recipient name': 'All' }, to: [marta], text: 'Dear All' }, forSamuel],
  }),
  html('a shared mail provider is no client', '<p>I use gmail.com as well.</p>', [], {
    to: [samuel],
    fills: [{ values: {}, to: ['x@gmail.com'], text: '' }, forSamuel],
  }),
  text('in plain text', 'Dear Samuel,\n\nfor Northwind.', ['client:Northwind'], first),
  html(
    'a German placeholder',
    '<p>Sehr geehrter Herr Adeyemi, für Nordwind AG</p>',
    ['client:Nordwind AG'],
    {
      to: [samuel],
      fills: [
        { values: { Mandant: 'Nordwind AG' }, to: [marta], text: 'für Nordwind AG' },
        forSamuel,
      ],
    },
  ),
  html(
    'three fills, and the first stayed',
    '<p>Dear Samuel, for Northwind.</p>',
    ['client:Northwind'],
    {
      to: [samuel],
      fills: [
        forMarta,
        { values: { company: 'Adatum' }, to: ['a@adatum.example'], text: 'Adatum' },
        forSamuel,
      ],
    },
  ),
  html('back to the first client', '<p>Dear Marta, for Northwind.</p>', [], {
    to: [marta],
    fills: [forMarta, forSamuel, forMarta],
  }),
];
