interface MeterLine {
  readonly method: string;
  /** The address with its ids left out, for example `/sites/{site}/lists/{list}/items`. */
  readonly path: string;
  calls: number;
  /** SharePoint resource units; calls to the directory have a meter of their own and count 0 here. */
  units: number;
  /** Calls refused by a limit; they cost all the same. */
  throttled: number;
}

/** Counts every call the tenant answered, by path; each request of a `$batch` is a call of its own. */
export interface Meter {
  calls(): number;
  units(): number;
  byPath(): readonly Readonly<MeterLine>[];
  reset(): void;
}

export interface RecordingMeter extends Meter {
  record(call: { method: string; path: string; units: number; throttled: boolean }): void;
}

export function createMeter(): RecordingMeter {
  const lines = new Map<string, MeterLine>();
  const sum = (part: 'calls' | 'units') =>
    [...lines.values()].reduce((total, line) => total + line[part], 0);
  return {
    calls: () => sum('calls'),
    units: () => sum('units'),
    byPath: () => [...lines.values()].map((line) => ({ ...line })),
    reset() {
      lines.clear();
    },
    record({ method, path, units, throttled }) {
      const key = `${method} ${path}`;
      const line = lines.get(key) ?? { method, path, calls: 0, units: 0, throttled: 0 };
      line.calls += 1;
      line.units += units;
      if (throttled) line.throttled += 1;
      lines.set(key, line);
    },
  };
}
