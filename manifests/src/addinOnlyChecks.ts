import { paths } from './addresses';
import { canServeFrom } from './domain';
import { addinOnlyIcons } from './icons/iconFiles';
import { addressProblem } from './manifestChecks';
import { outlookAddin } from './outlookAddin';
import { nameLimits } from './packageOrder';
import { canBeVersion } from './version';
import { childOf, elementsWithin, type XmlElement } from './xmlTree';

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

const limits = { description: 250, shortString: 125, longString: 250, resid: 32 };

/** What Microsoft's service would be asked, as far as it can be told from the file alone, each with its line. */
export function addinOnlyProblems(root: XmlElement): string[] {
  const elements = [root, ...elementsWithin(root)];
  return [
    ...orderProblems(root),
    ...valueProblems(root),
    ...overridesProblems(root),
    ...elements.flatMap(eventProblems),
    ...addressProblems(elements),
    ...elements.flatMap(lengthProblems),
  ];
}

function orderProblems(root: XmlElement): string[] {
  const at = baseOrder.findIndex((name, index) => root.children[index]?.name !== name);
  const found = root.children[at === -1 ? baseOrder.length : at];
  if (at === -1)
    return found === undefined ? [] : [onLine(found, `<${found.name}> is one too many`)];
  if (found === undefined) return [onLine(root, `<${baseOrder[at]}> is missing`)];
  return [onLine(found, `<${found.name}> stands where <${baseOrder[at]}> must`)];
}

function valueProblems(root: XmlElement): string[] {
  const id = childOf(root, 'Id');
  const version = childOf(root, 'Version');
  const permissions = childOf(root, 'Permissions');
  const host = root.children
    .flatMap(({ children }) => children)
    .find(({ name }) => name === 'Host');
  const rise = canBeVersion(version?.text ?? '');
  const problems: string[] = [];
  if (root.attributes['xsi:type'] !== 'MailApp') problems.push(onLine(root, 'is no mail add-in'));
  if (id !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id.text)) {
    problems.push(onLine(id, `the id "${id.text}" is not a GUID`));
  }
  if (version !== undefined && !rise.allowed) {
    problems.push(onLine(version, `the version "${version.text}" ${rise.reason}`));
  }
  if (host !== undefined && host.attributes['Name'] !== 'Mailbox') {
    problems.push(onLine(host, `the host is ${host.attributes['Name']}, not Mailbox`));
  }
  if (permissions !== undefined && permissions.text !== 'ReadWriteItem') {
    problems.push(
      onLine(permissions, `asks for ${permissions.text}; the product uses ReadWriteItem, no more`),
    );
  }
  return [
    ...problems,
    ...root.children.flatMap((element) => {
      const wanted = baseIconSizes[element.name];
      return wanted === undefined ? [] : iconProblems(element, addressOf(element), wanted);
    }),
  ];
}

const baseIconSizes: Readonly<Record<string, number>> = { IconUrl: 64, HighResolutionIconUrl: 128 };

/** A client that does not know 1.1 reads 1.0: each stands alone, and what it refers to is defined in it. */
function overridesProblems(root: XmlElement): string[] {
  const versions = elementsWithin(root).filter(({ name }) => name === 'VersionOverrides');
  const [older, newer] = versions;
  if (older === undefined || newer === undefined || versions.length > 2) {
    return [onLine(older ?? root, 'there are not two versions of the overrides')];
  }
  const inNewer = elementsWithin(newer);
  const inOlder = elementsWithin(older).filter((element) => !inNewer.includes(element));
  return [inOlder, inNewer].flatMap(resourceProblems);
}

function resourceProblems(elements: readonly XmlElement[]): string[] {
  const using = elements.filter(({ attributes }) => attributes['resid'] !== undefined);
  const defining = elements.filter(
    ({ name, attributes }) =>
      /^bt:(Image|Url|String)$/.test(name) && attributes['id'] !== undefined,
  );
  const used = new Set(using.map(({ attributes }) => attributes['resid']));
  const defined = defining.map(({ attributes }) => attributes['id'] ?? '');
  return [
    ...using
      .filter(({ attributes }) => !defined.includes(attributes['resid'] ?? ''))
      .map((element) => onLine(element, `${element.attributes['resid']} is used, not defined`)),
    ...defining.flatMap((element, index) => {
      const id = element.attributes['id'] ?? '';
      const problems: string[] = [];
      if (!used.has(id)) problems.push(`${id} is defined, not used`);
      if (defined.indexOf(id) !== index) problems.push(`${id} is defined twice`);
      if (id.length > limits.resid)
        problems.push(`${id} is longer than ${limits.resid} characters`);
      return problems.map((problem) => onLine(element, problem));
    }),
    ...using
      .filter(({ attributes }) => attributes['size'] !== undefined)
      .flatMap((element) => {
        const { size, scale = '1', resid } = element.attributes;
        const image = defining.find(({ attributes }) => attributes['id'] === resid);
        const address = image === undefined ? undefined : addressOf(image);
        return iconProblems(element, address, Number(size) * Number(scale));
      }),
  ];
}

function eventProblems(element: XmlElement): string[] {
  if (element.name !== 'LaunchEvent') return [];
  const { Type: type, FunctionName: handler, SendMode: sendMode } = element.attributes;
  const known = outlookAddin.events.find(({ name }) => name === type);
  if (known === undefined) return [onLine(element, `the product handles no ${type}`)];
  if (known.handler !== handler) {
    return [onLine(element, `${type} is handled by ${known.handler}, not by ${handler}`)];
  }
  return type === 'OnMessageSend' && sendMode !== 'PromptUser'
    ? [onLine(element, 'SendMode is not PromptUser, so a person could not always send')]
    : [];
}

function addressProblems(elements: readonly XmlElement[]): string[] {
  const home = elements.find(({ name }) => name === 'AppDomain');
  const domain = home?.text.replace('https://', '') ?? '';
  const decision = canServeFrom(domain);
  if (home !== undefined && !decision.allowed) {
    return [onLine(home, `the domain "${domain}" ${decision.reason}`)];
  }
  return elements.flatMap((element) => {
    const address = addressOf(element);
    const problem = address === undefined ? undefined : addressProblem(address, domain);
    if (problem !== undefined) return [onLine(element, `${address} ${problem}`)];
    return element.name === 'AppDomain' && element.text !== `https://${domain}`
      ? [onLine(element, `${element.text} is not https://${domain}`)]
      : [];
  });
}

function addressOf({ attributes }: XmlElement): string | undefined {
  const value = attributes['DefaultValue'] ?? attributes['Value'] ?? '';
  return /^[a-z]+:\/\//.test(value) ? value : undefined;
}

/** An icon is fetched by its address, so its size is the size of the file that the product has there. */
function iconProblems(element: XmlElement, address: string | undefined, wanted: number): string[] {
  const icon = addinOnlyIcons.find(({ file }) => address?.endsWith(paths.icons + file));
  if (icon === undefined || icon.size === wanted) return [];
  return [onLine(element, `${icon.file} is ${icon.size}×${icon.size}, not ${wanted}×${wanted}`)];
}

function lengthProblems(element: XmlElement): string[] {
  const limit = lengthLimits[element.name];
  if (limit === undefined) return [];
  return [element, ...elementsWithin(element)].flatMap((within) => {
    const words = within.attributes['DefaultValue'] ?? within.attributes['Value'] ?? '';
    if (words.length <= limit) return [];
    return [onLine(within, `${element.name} takes ${limit} characters, this has ${words.length}`)];
  });
}

const lengthLimits: Readonly<Record<string, number>> = {
  DisplayName: nameLimits.addinName,
  Description: limits.description,
  'bt:ShortStrings': limits.shortString,
  'bt:LongStrings': limits.longString,
};

function onLine({ line }: XmlElement, problem: string): string {
  return `line ${line}: ${problem}`;
}
