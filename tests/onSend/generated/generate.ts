import { createDraws, type Draws } from '../../../api/local-tenant/sample/seededDraws';
import type { EarlierFill, Expected, LabelledMessage } from '../labelledMessage';
import { english, french, german, type Sentences } from './sentences';
import { wrappings } from './wrappings';

interface Client {
  readonly person: string;
  readonly company: string;
  readonly domain: string;
}

const clients: readonly Client[] = [
  { person: 'Marta Lindqvist', company: 'Northwind', domain: 'northwind.example' },
  { person: 'Samuel Adeyemi', company: 'Fabrikam', domain: 'fabrikam.example' },
  { person: 'Giulia Conti', company: 'Adventure Works', domain: 'adventure-works.example' },
  { person: 'Jürgen Weiß', company: 'Müller & Söhne', domain: 'mueller-soehne.example' },
];

const codes = [
  'Hello {{ name }}, see {{ date }}',
  '{{#each items}}{{name}}{{/each}}',
  '<p>{{title}}</p>',
  'const attached = files.map(({ name }) => `{{${name}}}`);',
  'v-bind:key="{{ id }}"',
];

const firstName = ({ person }: Client) => person.split(' ')[0] ?? '';
const addressOf = (client: Client) =>
  `${client.person} <${firstName(client).toLowerCase()}@${client.domain}>`;

/** `count` messages with what is right to say of each, known because it was put there or left out. */
export function generateMessages(count: number): LabelledMessage[] {
  const draws = createDraws(20_261_125);
  return Array.from({ length: count }, (_, at) => generateMessage(draws, at));
}

function generateMessage(draws: Draws, at: number): LabelledMessage {
  const language = draws.oneOf([english, english, english, german, german, french]);
  const wrapping = draws.oneOf(wrappings);
  const current = draws.oneOf(clients);
  const former = draws.oneOf(clients.filter((client) => client !== current));
  const expected: Expected[] = [];
  const own = [language.greeting(firstName(current)), ...some(draws, language.ordinary, 1, 6)];
  const put = (sentence: string) => own.splice(1 + draws.whole(own.length), 0, sentence);

  for (const name of new Set(draws.share() < 0.3 ? some(draws, language.placeholders, 1, 2) : [])) {
    put(language.withPlaceholder(name));
    expected.push(`placeholder:${name}`);
  }
  const attachments = draws.oneOf(['none', 'none', 'file', 'inlineImage'] as const);
  if (language.promising.length > 0 && draws.share() < 0.3) {
    put(draws.oneOf(language.promising));
    if (attachments !== 'file') expected.push('attachment');
  }
  const wasFilledTwice = draws.share() < 0.5;
  if (wasFilledTwice && draws.share() < 0.4) {
    put(language.aboutClient(former.company));
    expected.push(`client:${former.company}`);
  }
  const fills = wasFilledTwice ? [fillFor(former), fillFor(current)] : [fillFor(current)];

  const strange = strangersWords(draws, language, former);
  let body = wrapping.paragraphs([...own, language.closing]);
  if (draws.share() < 0.25) body += wrapping.code(draws.oneOf(codes));
  if (draws.share() < 0.4) body += wrapping.signature(['Ben Okoro', ...strange()]);
  if (draws.share() < 0.6) body += wrapping.thread(['Hello Ben,', ...strange(), 'Best, Marta']);
  return {
    name: `generated ${at + 1}: ${wrapping.name}`,
    type: wrapping.type,
    body,
    subject: draws.oneOf(['Our next steps', '', 'RE: {{company}} attached', 'Termin']),
    to: [addressOf(current)],
    attachments,
    fills,
    expected,
  };
}

/** What would be found if it were the person's own: in signatures and threads it must not be. */
function strangersWords(draws: Draws, language: Sentences, former: Client) {
  return () => [
    ...some(draws, language.promising.length > 0 ? language.promising : language.ordinary, 0, 1),
    ...some(draws, [language.withPlaceholder('old name'), ...language.ordinary], 0, 2),
    ...(draws.share() < 0.3 ? [language.aboutClient(former.company)] : []),
  ];
}

/** `least` to `most` of the choices, one perhaps twice. */
function some<T>(draws: Draws, choices: readonly T[], least: number, most: number): T[] {
  const number = least + draws.whole(most - least + 1);
  return Array.from({ length: number }, () => draws.oneOf(choices));
}

function fillFor(client: Client): EarlierFill {
  return {
    values: { 'recipient first name': firstName(client), company: client.company, date: '2 March' },
    to: [addressOf(client)],
    text: `Dear ${firstName(client)}, for ${client.company} we can do it by 2 March.`,
  };
}
