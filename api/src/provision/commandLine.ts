import { parseArgs, type ParseArgsConfig } from 'node:util';
import * as z from 'zod/mini';
import { CommandWrong } from './commandWrong';

const signInOptions = {
  tenant: { type: 'string' },
  domain: { type: 'string' },
  handover: { type: 'string' },
  'admin-client': { type: 'string' },
  'device-code': { type: 'boolean' },
  'app-only': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
  help: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

export const signInUsage = `  --tenant        the tenant's id, or a domain of it such as contoso.onmicrosoft.com
  --domain        the host name people reach Last Mile under, such as lastmile.contoso.com
  --handover      the file that goes from admin to admin, without secrets; last-mile.handover.json
                  unless given. Where it is there, --tenant and --domain need not be
  --dry-run       only shows what would be done
  --yes           does not ask before doing it
  --device-code   signs in with a code on another device (many tenants block this)
  --admin-client  a public client of your own to sign in with, instead of Microsoft Graph Command
                  Line Tools
  --app-only      nobody signs in: works as the app of CLIENT_ID and CLIENT_SECRET (or
                  CLIENT_CERTIFICATE_THUMBPRINT and CLIENT_CERTIFICATE_KEY) of the environment`;

const signIn = z.object({
  tenant: z.optional(z.string()),
  domain: z.optional(
    z
      .string()
      .check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a host name in lower case alone')),
  ),
  handover: z._default(z.string(), 'last-mile.handover.json'),
  'admin-client': z.optional(z.guid('must be a client id, a GUID')),
  'device-code': z._default(z.boolean(), false),
  'app-only': z._default(z.boolean(), false),
  'dry-run': z._default(z.boolean(), false),
  yes: z._default(z.boolean(), false),
});

/** What every command of an admin takes, by the names they are typed with. */
export type SignInChoices = z.infer<typeof signIn>;

/** Reads what was typed, or undefined where help was asked for; throws CommandWrong with every fault. */
export function readCommandLine<Shape extends z.core.$ZodShape>(
  typed: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
  shape: Shape,
): (SignInChoices & z.infer<z.ZodMiniObject<Shape>>) | undefined {
  const values = parsed(typed, { ...signInOptions, ...options });
  if (values['help'] === true) return undefined;
  const common = signIn.safeParse(values);
  const own = z.object(shape).safeParse(values);
  const issues = [...(common.error?.issues ?? []), ...(own.error?.issues ?? [])];
  if (!common.success || !own.success) {
    throw new CommandWrong(
      issues.map(({ path, message }) => `--${path.join('.')} ${message}`).join('\n'),
    );
  }
  return { ...common.data, ...own.data };
}

function parsed(
  typed: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): Record<string, unknown> {
  try {
    return parseArgs({ args: [...typed], options }).values;
  } catch (error) {
    throw new CommandWrong(error instanceof Error ? error.message : String(error));
  }
}
