import { randomBytes, randomInt } from 'node:crypto';
import { EntraError, invalidGrant } from './entraError';

interface WaitingDevice {
  readonly clientId: string;
  readonly scope: string;
  readonly userCode: string;
  readonly expires: number;
  userId?: string;
}

export interface DeviceCodes {
  /** The answer to a device that asks for a code. */
  issue(clientId: string, scope: string, now: Date): DeviceCodeAnswer;
  /** A person has typed the code and signed in; answers which app asks for what. */
  approve(userCode: string, userId: string): { clientId: string; scope: string };
  /** Who signed in for the device, once; throws `authorization_pending` until somebody did. */
  redeem(deviceCode: string, clientId: string, now: Date): { userId: string; scope: string };
}

interface DeviceCodeAnswer {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly expires_in: number;
  readonly interval: number;
  readonly message: string;
}

const lifeSeconds = 900;
const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789';

/** Device codes (RFC 8628) live fifteen minutes and in memory only. */
export function createDeviceCodes(): DeviceCodes {
  const waiting = new Map<string, WaitingDevice>();
  return {
    issue(clientId, scope, now) {
      const deviceCode = randomBytes(32).toString('base64url');
      const userCode = Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join('');
      const expires = now.getTime() + lifeSeconds * 1000;
      waiting.set(deviceCode, { clientId, scope, userCode, expires });
      const verificationUri = 'https://microsoft.com/devicelogin';
      return {
        device_code: deviceCode,
        user_code: userCode,
        verification_uri: verificationUri,
        expires_in: lifeSeconds,
        interval: 5,
        message: `To sign in, use a web browser to open the page ${verificationUri} and enter the code ${userCode} to authenticate.`,
      };
    },
    approve(userCode, userId) {
      const device = [...waiting.values()].find((each) => each.userCode === userCode);
      if (device === undefined) throw new Error(`No device waits with the code ${userCode}.`);
      device.userId = userId;
      return device;
    },
    redeem(deviceCode, clientId, now) {
      const device = waiting.get(deviceCode);
      if (device?.clientId !== clientId) {
        throw invalidGrant(70000, 'The provided device code is not valid.');
      }
      if (device.expires <= now.getTime()) {
        throw new EntraError({
          error: 'expired_token',
          code: 70020,
          description: 'The provided value for the input parameter device_code has expired.',
        });
      }
      if (device.userId === undefined) {
        throw new EntraError({
          error: 'authorization_pending',
          code: 70016,
          description: 'Authorization is pending. Continue polling.',
        });
      }
      waiting.delete(deviceCode);
      return { userId: device.userId, scope: device.scope };
    },
  };
}
