import { parseArgs } from 'node:util';
import { checkFiles } from './checkFiles';
import { notRun, type Check } from './checks';
import type { Refusal } from './packageOrder';
import { writePackage, type WrittenFile } from './writePackage';

const usage = `npm run package -- --domain HOST --client-id GUID --out DIR [--env dev] [--version 1.0.0] [--name "Last Mile"] [--developer "Your organisation"]
npm run package -- --check FILE [--check FILE]

  --domain     the host that serves the product, such as lastmile.contoso.com
  --client-id  the Application (client) ID of the app registration
  --out        where the two files go; keep them there, for the next version is compared with them
  --env        prod (the default), or a short name that marks a second app, such as dev
  --version    rises with every upload; 1.0.0 unless given
  --check      writes nothing and says what is wrong with a package (.zip) or an add-in only manifest (.xml)`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${usage}`);
    return 2;
  }
  if ('check' in options) return reportOn(await checkFiles(options.check));
  const { out, ...typed } = options;
  const result = await writePackage(typed, out);
  switch (result.outcome) {
    case 'refused':
      console.error(`Nothing was written.\n${result.refusals.map(refusalLine).join('\n')}`);
      return 1;
    case 'failed':
      console.error(`Nothing was written: a check failed.\n${checkLines(result.checks)}`);
      return 1;
    case 'written':
      console.log(report(result.version, result.files, result.checks, result.notRun));
      return 0;
  }
}

function reportOn(checks: readonly Check[]): number {
  console.log(`Checks\n${checkLines(checks)}\n${notRunLines(notRun)}`);
  return checks.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        domain: { type: 'string' },
        'client-id': { type: 'string' },
        env: { type: 'string' },
        version: { type: 'string' },
        name: { type: 'string' },
        developer: { type: 'string' },
        out: { type: 'string' },
        check: { type: 'string', multiple: true },
      },
    });
    const { check, ...order } = values;
    if (check !== undefined) {
      const [besides] = Object.keys(order);
      return besides === undefined ? { check } : `--check stands alone. Leave out --${besides}.`;
    }
    const { 'client-id': clientId, env: environment, out, ...rest } = order;
    if (out === undefined || out === '') return '--out is missing. Give the folder for the files.';
    return { ...rest, clientId, environment, out };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refusalLine({ field, value, reason }: Refusal): string {
  return value === '' ? `  ${field} ${reason}` : `  ${field} "${value}" ${reason}`;
}

function checkLines(checks: readonly Check[]): string {
  return checks
    .map(({ name, problems }) =>
      [
        `  ${problems.length === 0 ? 'passed' : 'FAILED'}   ${name}`,
        ...problems.map((problem) => `             ${problem}`),
      ].join('\n'),
    )
    .join('\n');
}

function notRunLines(names: readonly string[]): string {
  return names.map((name) => `  not run  ${name}`).join('\n');
}

function report(
  version: string,
  files: readonly WrittenFile[],
  checks: readonly Check[],
  unchecked: readonly string[],
): string {
  return `Last Mile ${version}

Written
${files.map(({ path, bytes }) => `  ${path} (${bytes.toLocaleString('en')} bytes)`).join('\n')}

Checks
${checkLines(checks)}
${notRunLines(unchecked)}

Next
  Upload the .zip in the Teams admin center (Teams apps, Manage apps, Upload new app).
  Upload the .xml in the Microsoft 365 admin center (Settings, Integrated apps, Upload custom apps) for the Outlooks that read no unified manifest.`;
}
