import { Hono } from 'hono';
import type { MeResponse } from '@last-mile/shared/programme';
import type { People } from '../../auth/people';
import type { AppEnv } from '../../http/appEnv';
import type { Programmes } from './programmes';
import type { SampleDataMark } from './sampleData';

export interface ProgrammeDependencies {
  readonly programmes: Programmes;
  readonly people: Pick<People, 'find'>;
  readonly sampleData: Pick<SampleDataMark, 'isSet'>;
}

/** `GET /me`, to be mounted under `/api`. */
export function programmeRoutes({ programmes, people, sampleData }: ProgrammeDependencies) {
  return new Hono<AppEnv>().get('/me', async (c) => {
    const { user } = c.var;
    const [membership, person, sample] = await Promise.all([
      programmes.membershipOf(user),
      // Without the directory people still get their screen, greeted without a name.
      people.find([user.userId]).then(
        ([found]) => found,
        () => undefined,
      ),
      sampleData.isSet(),
    ]);
    const programme = membership?.programme ?? null;
    const me: MeResponse = {
      userId: user.userId,
      displayName: person?.displayName ?? '',
      roles: [...user.roles],
      programme,
      standing: membership?.standing ?? null,
      jobFamily: programme
        ? await programmes.jobFamilyOf(programme, person?.jobTitle ?? null)
        : null,
      sampleData: sample,
    };
    return c.json(me);
  });
}
