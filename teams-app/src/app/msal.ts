import {
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
} from '@azure/msal-browser';

// Named one by one, so that the rest of msal-browser is left out of this chunk.
export { createNestablePublicClientApplication, InteractionRequiredAuthError };
