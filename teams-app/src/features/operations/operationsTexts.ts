import { texts } from '../../app/texts';

/** Words that the admins' pages share. */
export const operationsTexts = texts('operations', {
  back: 'Back to your own data',
  forAdmins: 'This page is for people who have the role Admin of Last Mile.',
});
