import type { SavedTimeAnswers } from '@last-mile/shared/checkpoints';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createFormats } from '../../../app/formats';
import { checkpoint, decision } from '../../../testing/checkpoints';
import { championId, programme } from '../../../testing/people';
import { deckOf } from './deck';
import { writePowerPoint } from './writePowerPoint';

const savedTime: SavedTimeAnswers = {
  ...{ state: 'known', n: 41, moreClientWork: 12, betterWork: 9 },
  ...{ learning: 3, shorterDay: 6, nowhere: 11 },
};

/** The parts of the file that PowerPoint reads, by their paths. */
async function partsOf(...args: Parameters<typeof deckOf>) {
  const file = await writePowerPoint(deckOf(...args));
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const xml = (pattern: RegExp) =>
    Object.entries(parts)
      .filter(([path]) => pattern.test(path))
      .map(([, bytes]) => strFromU8(bytes));
  return {
    slides: xml(/^ppt\/slides\/slide\d+\.xml$/),
    charts: xml(/^ppt\/charts\/chart\d+\.xml$/),
  };
}

const formats = createFormats('en-GB');

describe('the PowerPoint of a checkpoint', () => {
  test('has the figures, what was found and what was decided, on five slides', async () => {
    const { slides } = await partsOf(
      ...([checkpoint({ time: { savedTime } }), [decision()], programme, formats] as const),
    );
    expect(slides).toHaveLength(5);
    const words = slides.join(' ');
    for (const said of [
      'Everyday AI',
      'Checkpoint: day 30',
      '22% → 62%',
      '198 of 900 → 560 of 900, target 65%',
      '20 → 14 mins',
      'Feedback waits too long for its answer',
      'Two deputies share the queue.',
      'Amara Okafor, by 1 Oct 2026',
      '41 people answered',
    ]) {
      expect(words).toContain(said);
    }
  });

  test('draws rates and saved time as charts of PowerPoint, not as pictures', async () => {
    const { charts } = await partsOf(
      ...([checkpoint({ time: { savedTime } }), [], programme, formats] as const),
    );
    expect(charts).toHaveLength(2);
    expect(charts.join(' ')).toContain('<c:v>0.22</c:v>');
    expect(charts.join(' ')).toContain('<c:v>12</c:v>');
  });

  test('cuts a long decision, and gives many of them slides of their own, none left out', async () => {
    const decisions = Array.from({ length: 14 }, (_, number) =>
      decision({ change: `Change ${number}. ${'It is long. '.repeat(60)}The end.` }),
    );
    const { slides } = await partsOf(checkpoint(), decisions, programme, formats);
    const words = slides.join(' ');
    expect(words.match(/Change \d+\. /g)).toHaveLength(14);
    expect(words).not.toContain('The end.');
    const found = slides.filter((slide) => slide.includes('What was found, and what is decided'));
    expect(found.length).toBeGreaterThan(1);
    for (const slide of found) {
      expect((slide.match(/Change \d+\. /g) ?? []).length).toBeLessThanOrEqual(6);
    }
  });

  test('says where nothing is known instead of drawing it, and names nobody by a key', async () => {
    const { slides, charts } = await partsOf(
      ...([checkpoint(), [decision()], programme, formats] as const),
    );
    expect(charts).toHaveLength(1);
    expect(slides.join(' ')).toContain('Not enough data: it is told from 10 answers on.');
    for (const key of [championId, programme.sponsorId, programme.groupId]) {
      expect(slides.join(' ')).not.toContain(`>${key}<`);
    }
  });
});
