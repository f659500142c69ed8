import { existsSync, readFileSync } from 'node:fs';

/** As the sources lie, and as they lie seen from `api/dist`, where `npm start` is bundled. */
const bases = ['..', '../local-tenant'];

/** A script or style sheet this checkout serves as it is; undefined when there is none of that name. */
export function browserFile(part: 'hosts' | 'office-stand-in', name: string): string | undefined {
  const found = bases
    .map((base) => new URL(`${base}/${part}/browser/${name}`, import.meta.url))
    .find((address) => existsSync(address));
  return found === undefined ? undefined : readFileSync(found, 'utf8');
}
