import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import type { Send } from '../graph/send';

/** What a command line of an admin reaches of the world around it. */
export interface Surroundings {
  readonly send: Send;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** One line for the admin. */
  readonly tell: (line: string) => void;
  /** What the admin types after a question. */
  readonly ask: (question: string) => Promise<string>;
  readonly openBrowser: (address: string) => Promise<void>;
}

/** The real ones: the network, this machine's clock and browser, and whoever sits at the terminal. */
export function realSurroundings(tell: (line: string) => void): Surroundings {
  return {
    send: (request) => fetch(request),
    environment: process.env,
    now: () => new Date(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    tell,
    async ask(question) {
      const terminal = createInterface({ input: process.stdin, output: process.stdout });
      const answer = await terminal.question(question);
      terminal.close();
      return answer;
    },
    openBrowser,
  };
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Resolves whether or not a browser could be opened: the address is told besides. */
export function openBrowser(address: string): Promise<void> {
  const [command, ...before] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const browser = spawn(command, [...before, address], { detached: true, stdio: 'ignore' });
    browser.once('error', () => {
      resolve();
    });
    browser.once('spawn', () => {
      browser.unref();
      resolve();
    });
  });
}
