/**
 * What each code says to a person, in one place: the codes are for programs, the sentences for
 * people. A code without a sentence is a mistake (errors.test.ts).
 */
export const sentences: Readonly<Record<string, string>> = {
  invalidRequest: 'Something in the request needs mending.',
  malformedJson: 'The request is not valid JSON.',
  unsupportedMediaType: 'Send the request as the type that this address takes.',
  bodyTooLarge: 'The request is too long.',
  notFound: 'There is no such thing here, or not for you.',
  methodNotAllowed: 'This address does not take that method.',
  conflict: 'Someone changed this meanwhile. Look at both versions and choose.',
  tooManyRequests: 'That was too often. Try again in a moment.',
  internal: 'Something went wrong on our side.',

  sharePointUnavailable: 'SharePoint does not answer right now. Try again in a moment.',
  sharePointRefused: 'SharePoint refused the request.',
  signInUnavailable: 'Sign-in cannot be checked right now. Try again in a moment.',
  accountCheckUnavailable: 'Your account cannot be checked right now. Try again in a moment.',
  peopleUnavailable: 'The directory does not answer right now. Try again in a moment.',

  consent_required: 'Your consent is needed first.',
  interaction_required: 'Sign in again to go on.',

  championRoleRequired: 'Only a champion can do this.',
  leaderRoleRequired: 'Only a leader can do this.',
  championOrLeaderRoleRequired: 'Only champions and leaders can see this.',
  adminRoleRequired: 'Only an admin can do this.',
  notYourProgramme: 'You are not a champion of this programme.',
  noProgramme: 'You are in no programme yet. Ask your champion to add you.',
  accountDisabled: 'This account is disabled.',

  authorCannotPublish: 'Someone other than the author must publish this.',
  importerCannotPublish: 'Someone other than the person who imported this must publish it.',
  alreadyPublished: 'This is published already, and nothing is waiting for review.',
  itemRetired: 'This is retired. It can no longer be published.',
  ownVariant: 'This is your own variant: only you see it. Write a new item to share it.',
  notYourItem: 'Only its author and champions can do this.',
  nothingToSubmit: 'Nothing is waiting to be handed in.',
  notInReview: 'Nothing is waiting for review here.',
  notRetired: 'This is not retired.',
  notPublished: 'This is not published.',
  originalNotPublished: 'What this is made from is not published any more, or not yet.',
  notDeliveredYet: 'This is still on its way to SharePoint. Try again in a moment.',
  standardsNotMet: 'The text does not meet a prompt standard that is required here.',
  incompleteText: 'The text in SharePoint is not complete: mend it there, then publish.',
  concealedNames:
    'This report conceals names, so its days belong to nobody we know. Ask a Microsoft 365 admin to switch off concealed names for reports, then export it again.',
  sessionClosed: 'This session is closed.',
  sessionFull: 'This session has as many entries as it can hold.',
  ownEntry: 'Vote for what others added.',
  keyReused: 'This key was used for something else before.',

  token_missing: 'Sign in first.',
  token_malformed: 'This is no access token.',
  token_bad_algorithm: 'The access token is not signed the way Entra signs.',
  token_unknown_key: 'The access token is signed with a key Entra does not publish.',
  token_bad_signature: 'The signature of the access token is wrong.',
  token_expired: 'The access token has expired.',
  token_not_yet_valid: 'The access token is not valid yet.',
  token_wrong_version: 'Only version 2.0 access tokens are taken.',
  token_unknown_tenant: 'This organisation is not served here.',
  token_wrong_issuer: 'The access token comes from someone else.',
  token_wrong_audience: 'The access token is meant for something else.',
  token_missing_scope: 'The access token lacks the scope access_as_user.',
  token_unlisted_client: 'The access token was given to an app that is not listed here.',
  token_missing_object_id: 'The access token names no person.',
};

/** Refusals that are about who someone is, not about the state of things: 403 instead of 409. */
export const standingReasons: ReadonlySet<string> = new Set([
  'championRoleRequired',
  'leaderRoleRequired',
  'championOrLeaderRoleRequired',
  'adminRoleRequired',
  'notYourProgramme',
  'noProgramme',
  'accountDisabled',
]);
