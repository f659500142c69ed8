import {
  librarySettingsResponse,
  type SaveLibrarySettingsRequest,
} from '@last-mile/shared/programme';
import { expect } from 'vitest';
import type { PersonName, TestProduct } from '../testProduct';

/** Changes part of the library's settings of a champion's programme; the rest stays as it is. */
export async function saveLibrarySettings(
  it: Pick<TestProduct, 'ask'>,
  name: PersonName,
  wanted: Partial<Omit<SaveLibrarySettingsRequest, 'eTag'>>,
): Promise<void> {
  const path = '/api/programme/library';
  const { eTag, reviewAfterDays, sharesLibrary, librariesFrom } = librarySettingsResponse.parse(
    await (await it.ask(name, path)).json(),
  );
  const body = { eTag, reviewAfterDays, sharesLibrary, librariesFrom, ...wanted };
  expect((await it.ask(name, path, body)).status).toBe(200);
}
