import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Everything of a library, where the source takes it whole. */
const whole = '*';

/**
 * A module that exports exactly what the given source files import from libraries: built by itself
 * it weighs what the libraries weigh without a line of ours. `leftOut` (parts of paths)
 * is not needed yet.
 */
export function bareLibraries(sourceFiles: readonly string[], leftOut: readonly string[]): string {
  const used = new Map<string, Set<string>>();
  const isLeftOut = (library: string) => leftOut.includes(`/node_modules/${library}/`);
  const use: Use = (library, ...names) => {
    // Our own packages and relative paths are not libraries, and styles are no JavaScript.
    if (/^[./]|^@last-mile\/|\.css$/.test(library) || isLeftOut(library)) return;
    const known = used.get(library) ?? new Set<string>();
    for (const name of names) known.add(name);
    used.set(library, known);
  };
  for (const file of sourceFiles) {
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.tsx')) use('react/jsx-runtime', 'jsx', 'jsxs', 'Fragment');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) useImport(node, use);
      else if (isDynamicImport(node)) useDynamicImport(node, use);
      node.forEachChild(visit);
    };
    visit(source);
  }
  return [...used].map(([library, names], at) => exportOf(library, [...names], at)).join('\n');
}

type Use = (library: string, ...names: string[]) => void;

function useImport(node: ts.ImportDeclaration, use: Use): void {
  const { importClause: clause, moduleSpecifier } = node;
  if (!ts.isStringLiteral(moduleSpecifier)) return;
  const library = moduleSpecifier.text;
  if (clause === undefined) use(library);
  if (clause === undefined || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
  if (clause.name !== undefined) use(library, 'default');
  const { namedBindings } = clause;
  if (namedBindings === undefined) return;
  if (ts.isNamespaceImport(namedBindings)) {
    use(library, ...membersUsed(node.getSourceFile(), namedBindings.name.text));
    return;
  }
  for (const { isTypeOnly, name, propertyName } of namedBindings.elements) {
    if (!isTypeOnly) use(library, (propertyName ?? name).text);
  }
}

/** What is taken from a namespace as a value: types are named otherwise in the syntax, and weigh nothing. */
function membersUsed(source: ts.SourceFile, namespace: string): Set<string> {
  const members = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === namespace) {
      members.add(node.name.text);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return members;
}

function isDynamicImport(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** `const { a } = await import('x')` takes one name; any other form hands on the whole. */
function useDynamicImport(node: ts.CallExpression, use: Use): void {
  const [argument] = node.arguments;
  if (argument === undefined || !ts.isStringLiteral(argument)) return;
  const awaited = node.parent;
  const declared = ts.isAwaitExpression(awaited) ? awaited.parent : undefined;
  const pattern =
    declared !== undefined && ts.isVariableDeclaration(declared) ? declared.name : undefined;
  if (pattern === undefined || !ts.isObjectBindingPattern(pattern)) {
    use(argument.text, whole);
    return;
  }
  for (const { name, propertyName } of pattern.elements) {
    use(argument.text, (propertyName ?? name).getText());
  }
}

function exportOf(library: string, names: readonly string[], at: number): string {
  const from = JSON.stringify(library);
  if (names.includes(whole)) return `export * as library${at} from ${from};`;
  if (names.length === 0) return `import ${from};`;
  const renamed = names.map((name) => `${name} as library${at}_${name}`);
  return `export { ${renamed.join(', ')} } from ${from};`;
}
