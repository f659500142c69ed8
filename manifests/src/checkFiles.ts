import { readFile } from 'node:fs/promises';
import { checkAddinOnly, checkPackage, checkPair, type Check } from './checks';

/**
 * Checks files as they lie there, whoever changed them since they were written: an app package
 * (.zip), an add-in only manifest (.xml), or both, which are then held against each other too.
 */
export async function checkFiles(paths: readonly string[]): Promise<Check[]> {
  const packages: Uint8Array[] = [];
  const addins: string[] = [];
  const checks: Check[] = [];
  for (const path of paths) {
    const bytes = await bytesOf(path);
    if (bytes === undefined) {
      checks.push({ name: `${path} can be read`, problems: ['there is no such file'] });
    } else if (path.endsWith('.xml')) {
      const xml = bytes.toString('utf8');
      addins.push(xml);
      checks.push(...(await checkAddinOnly(xml)));
    } else {
      packages.push(bytes);
      checks.push(...(await checkPackage(bytes)));
    }
  }
  const [zip] = packages;
  const [xml] = addins;
  return zip !== undefined && xml !== undefined ? [...checks, checkPair(zip, xml)] : checks;
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
