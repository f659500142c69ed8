/**
 * What a migration takes from the release before it, whose instances work on beside the newer ones: a
 * sentence each, none where it only adds. What the file itself creates is free. In its first line a file may
 * name an earlier release than `version` that stopped using what goes:
 * `-- Contracts: unused since 0.2.0.`
 */
export function contractions(sql: string, version: string): string[] {
  const unusedSince = /^-- Contracts: unused since (\d+\.\d+\.\d+)\./.exec(sql)?.[1];
  if (unusedSince !== undefined && isEarlier(unusedSince, version)) return [];
  const statements = statementsOf(sql);
  const created = new Set(
    statements.flatMap((each) => /^create table (?:if not exists )?(\S+)/.exec(each)?.[1] ?? []),
  );
  return statements.flatMap((statement) => {
    const dropped =
      /^drop (table|view|materialized view|type|function|sequence|schema) (?:if exists )?(.+)/.exec(
        statement,
      );
    if (dropped) return [`drops ${dropped[1] ?? ''} ${dropped[2] ?? ''}`];
    const unique = /^create unique index .*?\bon (?:only )?([^\s(]+)/.exec(statement)?.[1];
    if (unique && !created.has(unique)) return [`refuses rows of ${unique} that are alike`];
    const altered =
      /^alter (?:table|view|type|sequence|index|schema) (?:if exists )?(?:only )?(\S+) (.+)/.exec(
        statement,
      );
    const [, name = '', actions = ''] = altered ?? [];
    if (created.has(name)) return [];
    const all = partsOf(actions);
    return all.flatMap((action) => contractionOf(name, action, all) ?? []);
  });
}

function contractionOf(name: string, action: string, all: readonly string[]): string | undefined {
  if (action.startsWith('rename ')) return `renames in ${name}: ${action}`;
  const [, droppedColumn] =
    /^drop (?:column )?(?!constraint\b)(?:if exists )?(\S+)/.exec(action) ?? [];
  if (droppedColumn) return `drops ${name}.${droppedColumn}`;
  const [, column = '', change = ''] = /^alter (?:column )?(\S+) (.+)/.exec(action) ?? [];
  if (/^(?:set data )?type /.test(change)) return `changes the type of ${name}.${column}`;
  if (change === 'drop default') return `takes the default of ${name}.${column}`;
  const hasDefault = all.some((each) => each.includes(`${column} set default `));
  if (change === 'set not null' && !hasDefault) return `requires ${name}.${column}`;
  if (/^add (?:constraint|check|unique|primary key|foreign key|exclude)\b/.test(action)) {
    return `refuses rows of ${name}: ${action}`;
  }
  const [, added, kind = ''] = /^add (?:column )?(?:if not exists )?(\S+) (.+)/.exec(action) ?? [];
  const isRequired = /\b(?:not null|primary key)\b/.test(kind);
  if (added && isRequired && !/\b(?:default|generated)\b/.test(kind)) {
    return `requires ${name}.${added}`;
  }
  return undefined;
}

/** Statements in lower case, without comments and what stands in quotes, one space between words. */
function statementsOf(sql: string): string[] {
  return sql
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|--.*|\/\*[\s\S]*?\*\//g, (each) =>
      each.startsWith('-') || each.startsWith('/') ? ' ' : "''",
    )
    .toLowerCase()
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '');
}

/** What stands between commas that are in no parenthesis. */
function partsOf(actions: string): string[] {
  let depth = 0;
  let part = '';
  const parts: string[] = [];
  for (const each of `${actions},`) {
    depth += each === '(' ? 1 : each === ')' ? -1 : 0;
    if (each === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else {
      part += each;
    }
  }
  return parts;
}

function isEarlier(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { numeric: true }) < 0;
}
