export { feedbackFormGerman } from './feedbackFormTexts.de';
export { ownFeedbackGerman } from './ownFeedbackTexts.de';
export { uiGerman } from './uiTexts.de';
