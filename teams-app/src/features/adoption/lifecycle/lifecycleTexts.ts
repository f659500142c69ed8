import { texts } from '../../../app/texts';

/** Words of the lifecycle flow. Figures come in written. */
export const lifecycleTexts = texts('lifecycle', {
  title: 'New, returning, back again, dormant',
  definition:
    'Each week’s people in four kinds. New: their first counted action ever. Returning: active this week and last. Resurrecting: active now, not last week, but before. Dormant: not active now, active last week; they stand below the line, and are not told of a week in which a few people joined or left: it would say what those did. New, returning and resurrecting together are the active people.',
  kinds: {
    returning: 'Returning',
    resurrecting: 'Resurrecting',
    new: 'New',
    dormant: 'Dormant',
  },
  chartLabel: 'People by lifecycle and week',
  summary: (day: string, fresh: string, returning: string, back: string, dormant: string | null) =>
    `In the week of ${day}, ${returning} people returned, ${fresh} were new and ${back} came back${dormant === null ? '' : `; ${dormant} went dormant`}.`,
  dormantWithheld: 'Hidden: a few people joined or left',
  unknown:
    'For the last week that is over there is no flow to show: it needs a week whose total may be shown.',
  caption: 'People by lifecycle and week',
});
