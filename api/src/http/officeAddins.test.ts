import { expect, test } from 'vitest';
import { officeAddins } from './officeAddins';

test('the one script of our events is listed by its public address', async () => {
  const app = officeAddins('https://lastmile.contoso.com');
  const response = await app.request('/.well-known/microsoft-officeaddins-allowed.json');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    allowed: ['https://lastmile.contoso.com/pane/events.js'],
  });
});
