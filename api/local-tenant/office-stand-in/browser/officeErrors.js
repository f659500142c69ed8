/**
 * Failures an Office call ends with. Names are the documented ones; Microsoft documents few numbers,
 * so only 5100, 9030 and those of dialogs are theirs and the rest are this simulation's: branch on
 * `name`, and for dialogs on `code`.
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
  dialogDomain: {
    code: 12004,
    name: 'DialogAddressNotTrusted',
    message: 'The domain of the address is not the add-in’s own.',
  },
  dialogNeedsHttps: {
    code: 12005,
    name: 'DialogHttpsRequired',
    message: 'A dialog opens addresses of the HTTPS protocol only.',
  },
  dialogOpen: {
    code: 12007,
    name: 'DialogAlreadyOpened',
    message: 'The operation failed because this add-in already has an active dialog.',
  },
  dialogIgnored: {
    code: 12009,
    name: 'DialogIgnored',
    message: 'The person chose to ignore the dialog.',
  },
  dialogBlocked: {
    code: 12011,
    name: 'DialogBlocked',
    message: 'The browser did not let the window open.',
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
