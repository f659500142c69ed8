import { Hono } from 'hono';
import type { MeResponse } from '@last-mile/shared/programme';
import type { Names } from '../../auth/names';
import type { AppEnv } from '../../http/appEnv';
import type { Programmes } from './programmes';
import type { SampleDataMark } from './sampleData';

export interface ProgrammeDependencies {
  readonly programmes: Programmes;
  readonly names: Names;
  readonly sampleData: Pick<SampleDataMark, 'isSet'>;
}

/** `GET /me`, to be mounted under `/api`. */
export function programmeRoutes({ programmes, names, sampleData }: ProgrammeDependencies) {
  return new Hono<AppEnv>().get('/me', async (c) => {
    const { user } = c.var;
    const [membership, found, sample] = await Promise.all([
      programmes.membershipOf(user),
      names.of([user.userId]),
      sampleData.isSet(),
    ]);
    const programme = membership?.programme ?? null;
    const me: MeResponse = {
      userId: user.userId,
      // Without the directory people still get their screen, greeted without a name.
      displayName: found.get(user.userId) ?? '',
      roles: [...user.roles],
      programme,
      standing: membership?.standing ?? null,
      jobFamily: programme ? await programmes.jobFamilyOf(programme, user) : null,
      sampleData: sample,
    };
    return c.json(me);
  });
}
