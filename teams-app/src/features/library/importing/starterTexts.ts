import type { StarterFamily, StarterTask } from '@last-mile/shared/library';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

const families: Record<StarterFamily, string> = {
  'client-advisory': 'Client advisory',
  'account-management': 'Account management',
  'operations-delivery': 'Operations and delivery',
  'people-finance': 'People and finance',
};

const tasks: Record<StarterTask, string> = {
  'meeting follow-up': 'Following up a client meeting',
  'document request': 'Asking a client for documents',
  proposal: 'Sending a proposal',
  'unhappy client': 'Answering an unhappy client',
  'status report': 'Reporting the status of a project',
  'change of scope': 'Agreeing a change of scope',
  'overdue invoice': 'Chasing an overdue invoice',
  candidates: 'Writing to candidates',
  'project start': 'Starting a project with a client',
  'monthly figures': 'Explaining the monthly figures',
};

/** Words of the offer of a starter library. */
export const starterTexts = texts('libraryStarter', {
  families,
  tasks,
  title: 'Or begin with the starter library',
  hint: 'Prompts and email templates that meet every standard. They come as drafts, to change or retire as you like.',
  for: 'For',
  mapHint:
    'Say what these are in your programme. What is left empty can be filled in later, in each draft.',
  ownFamilies: 'Job families',
  ownTasks: 'Tasks',
  noFamily: 'None',
  noTask: 'None',
  noTasksYet:
    'Map your tasks first, and each draft can be added on the task it serves. You can also do that later, in each draft.',
  take: 'Add as drafts',
  taking: 'Adding…',
  added: (count: number) =>
    plural(count, {
      one: '# draft was added. It appears as soon as SharePoint has it.',
      other: '# drafts were added. They appear as soon as SharePoint has them.',
    }),
  known: (count: number) =>
    plural(count, { one: '# was there already.', other: '# were there already.' }),
  drafts: 'See the drafts',
});
