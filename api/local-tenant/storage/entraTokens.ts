/** Who an access token for Graph or SharePoint speaks for. */
export interface GraphCaller {
  readonly kind: 'app' | 'delegated';
  readonly clientId: string;
  readonly userId?: string;
  /** Application permissions (`roles`) of an app token, or the delegated scopes of a person's. */
  readonly scopes: string[];
  /** Whether an app proved itself by a certificate: SharePoint takes an app's token no other way. */
  readonly hasCertificate?: boolean;
  /** When the token ends, in milliseconds. */
  readonly expiresAt?: number;
}

export interface UserTokenOptions {
  clientId?: string;
  azp?: string;
  scope?: string;
  expiresInSeconds?: number;
  roles?: string[];
  claims?: Record<string, unknown>;
}

/** What the local tenant's Entra ID offers to tests and to the Graph beside it. */
export interface EntraTokens {
  /** A v2 access token for our API, as nested app authentication or getAuthToken would give it. */
  userToken(userId: string, options?: UserTokenOptions): Promise<string>;
  appToken(clientId: string, resource: string): Promise<string>;
  /** Answers as login.microsoftonline.com. */
  handle(request: Request): Promise<Response>;
  verifyGraphToken(bearer: string): Promise<GraphCaller | undefined>;
  verifySharePointToken(bearer: string): Promise<GraphCaller | undefined>;
  rollKeys(): Promise<void>;
}

/** Where Entra keeps its signing keys, so that tokens survive a restart. */
export interface KeyStore {
  load(): string | undefined;
  save(text: string): void;
}
