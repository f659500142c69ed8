import type { SavedTimeRequest } from '../checkpoints';
import type { CheckInRequest, PractisedRequest } from '../practice';
import type { TimingRequest } from '../workflows';

/** Short forms that wait on the device until they can be sent, by the route that takes them. */
export interface Forms {
  readonly '/api/workflows/timings': TimingRequest;
  readonly '/api/saved-time': SavedTimeRequest;
  readonly '/api/practice/check-ins': CheckInRequest;
  readonly '/api/practice/practised': PractisedRequest;
}
export type FormPath = keyof Forms;

/** A form and where it goes. */
export type WaitingForm = {
  readonly [Path in FormPath]: { readonly path: Path; readonly request: Forms[Path] };
}[FormPath];
