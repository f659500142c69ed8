import { expect, test } from 'vitest';
import { entityLink } from './entityLink';

const place = { appId: 'f0000000-1', entityId: 'last mile/tab', channelId: undefined };

test('a link to a place in the tab names the app, the tab and the place', () => {
  const link = new URL(entityLink(place, { subPageId: 'library/1?q=a&b', label: 'Q&A = “Ü”' }));
  expect(link.origin + link.pathname).toBe(
    'https://teams.microsoft.com/l/entity/f0000000-1/last%20mile%2Ftab',
  );
  expect(link.searchParams.get('label')).toBe('Q&A = “Ü”');
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
    subEntityId: 'library/1?q=a&b',
  });
});

test('a link from a channel leads back into it', () => {
  const channelId = '19:abc@thread.tacv2';
  const link = new URL(entityLink({ ...place, channelId }, { subPageId: 'library', label: 'L' }));
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
    ...{ subEntityId: 'library', channelId },
  });
});
