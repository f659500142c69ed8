export { feedbackFormGerman } from './feedbackFormTexts.de';
export { uiGerman } from './uiTexts.de';
