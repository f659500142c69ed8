import { allow, refuse, type Decision } from '@last-mile/shared/rules';

/** What a first package is called: Office loads no manifest below 1.0, and says so nowhere. */
export const firstVersion = '1.0.0';

/** Whether both manifests take this version: `n.n.n`, five digits each at most, no leading zeros, 1.0.0 or higher. */
export function canBeVersion(version: string): Decision {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return refuse('is not n.n.n. Give three numbers.');
  const parts = version.split('.');
  if (parts.some((part) => part.length > 5)) {
    return refuse('has a number of more than five digits, which Office refuses.');
  }
  if (parts.some((part) => part.length > 1 && part.startsWith('0'))) {
    return refuse('has a leading zero, which the schema refuses.');
  }
  if (compareVersions(version, firstVersion) < 0) {
    return refuse(`is below ${firstVersion}. Office silently loads no add-in below 1.0.`);
  }
  return allow;
}

/** Whether `version` may follow `previous`: a catalogue takes a package only when its version rose. */
export function canFollow(version: string, previous: string): Decision {
  if (compareVersions(version, previous) > 0) return allow;
  const [major, minor, patch] = numbers(previous);
  return refuse(
    `does not rise above ${previous}, which is already there. Give ${major}.${minor}.${patch + 1} or higher.`,
  );
}

/** Negative when `a` is lower than `b`, positive when higher. */
export function compareVersions(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

function numbers(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}
