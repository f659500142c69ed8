import type { Deployment } from '../setup/deployment';

/** Presses a button of the local tenant (docs/local-tenant.md). */
export async function press(
  { tenant }: Deployment,
  action: string,
  body: object = {},
): Promise<void> {
  const answer = await fetch(`${tenant.origin}/control/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${action} was refused: ${await answer.text()}`);
}
