import { findingSentence, type Finding, type StandardId } from '@last-mile/shared/library';
import { texts } from '../../../app/texts';

/** Each standard as what a good item does. */
const standards: Record<StandardId, string> = {
  goal: 'Says what the assistant should do',
  context: 'Says why, or for what occasion',
  source: 'Says what the answer rests on',
  expectation: 'Says what the answer looks like',
  audience: 'Says who reads the answer',
  placeholders: 'Describes each placeholder',
  personalData: 'Holds no personal data and asks for none',
  length: 'Fits where it is used',
};

/** Words of the prompt standards. */
export const standardTexts = texts('libraryStandards', {
  standards,
  sentence: (finding: Finding) => findingSentence(finding),

  missing: 'What a good item would still say',
  met: 'Meets every standard.',
  requiredHere: 'required here',
  refused: 'Not published: what is marked “required here” has to be mended first.',

  required: 'Required standards',
  requiredHint: 'Nothing is published here without these. All others advise.',
  loading: 'Loading the required standards',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  notSaved: 'Not saved.',
  overtaken:
    'Someone changed these meanwhile. This is how they stand now: change them again and save.',
});
