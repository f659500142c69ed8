import { texts } from '../../../app/texts';

/** Words of a template's heat map. Figures come in written. */
export const heatTexts = texts('heat', {
  title: 'What becomes of it',
  definition:
    'The heat map of this version: how often each paragraph was sent as it is, rewritten or deleted, over the last 12 closed weeks. It is counted on people’s devices when a message is sent; nobody’s words leave them. A week is taken in whole or not at all, so that it never speaks of few people, and what arrives late does not count.',
  loading: 'Loading the heat map',
  over: (drafts: string, weeks: string) => `${drafts} drafts in ${weeks} of the last 12 weeks`,
  notEnough: (smallest: number) =>
    `Not enough data yet: at least ${String(smallest)} people need to send it in one week.`,
  caption: 'How often each paragraph was kept, rewritten or deleted',
  paragraph: 'Paragraph',
  fates: 'What became of it',
  shares: (kept: string, rewritten: string, deleted: string) =>
    `${kept} kept, ${rewritten} rewritten, ${deleted} deleted`,
  unknown: 'Not enough data',
});
