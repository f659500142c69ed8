import { createServer } from 'node:net';
import { StartRefused } from './startRefused';

/** Refuses a port that something else listens on, before anything has been started. */
export async function requireFreePort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(refusalOf(port, error));
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}

function refusalOf(port: number, error: NodeJS.ErrnoException): StartRefused {
  const others = 'Stop what uses it, or take two other ports: npm start -- --port 3100';
  if (error.code === 'EADDRINUSE') {
    return new StartRefused(`Port ${port} is taken. ${others}`);
  }
  return new StartRefused(
    `Port ${port} cannot be used (${error.code ?? error.message}). ${others}`,
  );
}
