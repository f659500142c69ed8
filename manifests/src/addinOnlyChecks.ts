/** Office's schema is a sequence: an element out of order makes the whole manifest invalid. */
const baseOrder = [
  'Id',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'AppDomains',
  'Hosts',
  'Requirements',
  'FormSettings',
  'Permissions',
  'Rule',
  'DisableEntityHighlighting',
  'VersionOverrides',
];

const limits = { name: 125, description: 250, shortString: 125, longString: 250, resid: 32 };

/** What Microsoft's service would be asked, as far as it can be told from the text alone. */
export function addinOnlyProblems(xml: string, domain: string): string[] {
  return [
    ...orderProblems(xml),
    ...resourceProblems(xml),
    ...addressProblems(xml, domain),
    ...lengthProblems(xml),
  ];
}

function orderProblems(xml: string): string[] {
  const found = [...xml.matchAll(/^ {2}<([A-Za-z]+)/gm)].map((match) => match[1] ?? '');
  if (found.join() === baseOrder.join()) return [];
  return [`The elements are ${found.join(', ')}, not ${baseOrder.join(', ')}`];
}

/** Each version of the overrides stands alone: what it refers to is defined in it, once, by a short id. */
function resourceProblems(xml: string): string[] {
  const blocks = xml.split('<VersionOverrides ').slice(1);
  if (blocks.length !== 2) return ['There are not two versions of the overrides'];
  return blocks.flatMap((block) => {
    const used = [...block.matchAll(/ resid="([^"]*)"/g)].map((match) => match[1] ?? '');
    const defined = [...block.matchAll(/<bt:(?:Image|Url|String) id="([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
    return [
      ...used.filter((id) => !defined.includes(id)).map((id) => `${id} is used, not defined`),
      ...defined.filter((id) => !used.includes(id)).map((id) => `${id} is defined, not used`),
      ...defined
        .filter((id, index) => defined.indexOf(id) !== index)
        .map((id) => `${id} is defined twice`),
      ...defined
        .filter((id) => id.length > limits.resid)
        .map((id) => `${id} is longer than ${limits.resid} characters`),
    ];
  });
}

function addressProblems(xml: string, domain: string): string[] {
  const named = [...xml.matchAll(/(?:DefaultValue="|<AppDomain>)([a-z]+:\/\/[^"<]*)/g)];
  return named
    .map((match) => match[1] ?? '')
    .filter(
      (address) => address !== `https://${domain}` && !address.startsWith(`https://${domain}/`),
    )
    .map((address) => `${address} is not on https://${domain}`);
}

function lengthProblems(xml: string): string[] {
  return [
    ...tooLong(xml, /<DisplayName DefaultValue="([^"]*)"/g, limits.name, 'DisplayName'),
    ...tooLong(xml, /<Description DefaultValue="([^"]*)"/g, limits.description, 'Description'),
    ...tooLong(xml, /<Override [^>]*Value="([^"]*)"/g, limits.description, 'Description'),
    ...stringsOf(xml, 'ShortStrings', limits.shortString),
    ...stringsOf(xml, 'LongStrings', limits.longString),
  ];
}

function stringsOf(xml: string, kind: string, limit: number): string[] {
  const sections = [...xml.matchAll(new RegExp(`<bt:${kind}>([\\s\\S]*?)</bt:${kind}>`, 'g'))];
  return sections.flatMap(([, section = '']) => tooLong(section, /Value="([^"]*)"/g, limit, kind));
}

function tooLong(text: string, pattern: RegExp, limit: number, what: string): string[] {
  return [...text.matchAll(pattern)]
    .map((match) => match[1] ?? '')
    .filter((value) => value.length > limit)
    .map((value) => `${what} takes ${limit} characters, "${value}" has ${value.length}`);
}
