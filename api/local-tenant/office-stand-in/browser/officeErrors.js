/**
 * Failures an Office call ends with. Names are the documented ones; Microsoft documents few numbers,
 * so only 5100 and 9030 are theirs and the rest are this simulation's: branch on `name`.
 */
export const officeErrors = {
  dataExceedsMaximumSize: {
    code: 9900,
    name: 'DataExceedsMaximumSize',
    message: 'The data is longer than this call allows.',
  },
  invalidFormat: {
    code: 9901,
    name: 'InvalidFormatError',
    message: 'HTML cannot be put into a message that is plain text.',
  },
  tooManyIncompleteRequests: {
    code: 5100,
    name: 'TooManyIncompleteRequests',
    message: 'Wait until the previous call completes.',
  },
  itemChanged: {
    code: 9030,
    name: 'APICallFailedDueToItemChange',
    message: 'The selected item has been changed.',
  },
  invalidArgument: {
    code: 9902,
    name: 'Sys.ArgumentException',
    message: 'The given parameters do not match the expected format.',
  },
  keyNotFound: {
    code: 9020,
    name: 'KeyNotFound',
    message: 'The specified key was not found.',
  },
  invalidSelection: {
    code: 9903,
    name: 'InvalidSelection',
    message: 'Neither the body nor the subject has the cursor.',
  },
  notSupported: {
    code: 5000,
    name: 'OperationNotSupported',
    message: 'This simulation of Outlook does not offer the operation.',
  },
  notAllowedInEvents: {
    code: 7000,
    name: 'PermissionDenied',
    message: 'An event handler may not do this.',
  },
  hostFailed: {
    code: 5001,
    name: 'InternalError',
    message: 'The host page did not carry the call out.',
  },
};

/** @typedef {{ code: number, name: string, message: string }} OfficeError */

/** A refusal inside the stand-in, on its way to becoming a failed AsyncResult. */
export class OfficeRefusal extends Error {
  /** @param {OfficeError} details */
  constructor(details) {
    super(details.message);
    this.details = details;
  }
}
