import { texts } from './texts';

/** Words that the admins' pages share. */
export const adminsOnlyTexts = texts('adminsOnly', {
  back: 'Back to your own data',
  forAdmins: 'This page is for people who have the role Admin of Last Mile.',
});
