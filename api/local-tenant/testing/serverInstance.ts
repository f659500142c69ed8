import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ServerConfig } from '../../src/config';

/** An instance of the API in a process of its own. */
export interface ServerInstance {
  readonly origin: string;
  /** Asks it to end, as an orchestrator does; gives the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Starts one on a port that is free; resolves once it listens. */
export async function startServerInstance(
  config: Omit<ServerConfig, 'port' | 'logLevel' | 'telemetryEndpoint'>,
  tenantOrigin: string,
): Promise<ServerInstance> {
  const whole: ServerConfig = { ...config, port: 0, logLevel: 'silent', telemetryEndpoint: null };
  const program = join(import.meta.dirname, 'serverInstance.testProgram.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, JSON.stringify(whole), tenantOrigin],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const port = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line)),
    ended.then((code) => {
      throw new Error(`The instance ended with ${code ?? 'a signal'}.`);
    }),
  ]);
  const endWith = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return ended;
  };
  return {
    origin: `http://localhost:${port}`,
    stop: () => endWith('SIGTERM'),
    async kill() {
      await endWith('SIGKILL');
    },
  };
}
