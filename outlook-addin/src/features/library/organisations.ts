/** Second-level labels that belong to the country's suffix, as in `contoso.co.uk`. */
const suffixLabels = new Set(['co', 'com', 'org', 'net', 'ac', 'gov', 'edu', 'or', 'ne', 'gv']);

/** "northwind-traders" of `ada@eu.northwind-traders.co.uk`. */
export function organisationLabel(address: string): string | null {
  const labels = /@([^@\s]+)$/.exec(address)?.[1]?.toLowerCase().split('.') ?? [];
  if (labels.length < 2) return null;
  const beforeSuffix = labels.at(-2) ?? '';
  const inSuffix =
    labels.length > 2 && labels.at(-1)?.length === 2 && suffixLabels.has(beforeSuffix);
  return (inSuffix ? labels.at(-3) : beforeSuffix) ?? null;
}

/** "eu.northwind.example" of `ada@EU.northwind.example`; null for what is no address. */
export function domainOf(address: string): string | null {
  return /@([^@\s]+)$/.exec(address)?.[1]?.toLowerCase() ?? null;
}

/** Whether one domain is the other, or lies in it. */
export function isSameOrganisation(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
