export * from './draftFill';
export * from './findLeftovers';
export * from './keptShare';
export * from './leftoverTexts';
export * from './ownText';
export type { Recipient } from './recipients';
export * from './draftObservation';
export * from './draftSession';
