import { existsSync } from 'node:fs';
import { z } from 'zod';

/** Names of variables with what they should have been; printed to the operator as it is. */
export class EnvironmentRefused extends Error {
  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'EnvironmentRefused';
  }
}

const text = (expected: string) => z.string(expected).min(1, expected);
const onOff = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'], 'on or off')
    .default(fallback)
    .transform((value) => value === 'on');
const webAddress = z
  .url({ protocol: /^https?$/, error: 'an http:// or https:// address' })
  .transform((value) => value.replace(/\/+$/, ''));
const postgresAddress = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'an address such as postgresql://user:password@host:5432/database',
});
const portExpected = 'a whole number from 1 to 65535';
const poolExpected = 'a whole number from 1 to 500';
const keysExpected = 'id:key pairs separated by commas, each key 32 bytes in base64, the current one first';

/** One key-encryption key; `key` is 32 bytes. */
export interface EncryptionKey {
  id: string;
  key: Buffer;
}

const encryptionKeys = z.string().transform((value, context): EncryptionKey[] => {
  const keys = value.split(',').map((pair) => {
    const [id = '', encoded = ''] = pair.trim().split(/:(.*)/s);
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const isGood = keys.every(({ id, key }) => /^[\w-]{1,40}$/.test(id) && key.length === 32);
  if (!isGood || new Set(keys.map(({ id }) => id)).size < keys.length) context.addIssue(keysExpected);
  return keys;
});

const outboundAllow = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine(
    (parts) => parts.every((part) => /^[\w.:*-]+(\/\d{1,3})?$/.test(part)),
    'hosts or address ranges separated by commas, such as 10.0.0.0/8,crm.internal',
  );

const shape = {
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'development, production or test')
    .default('development'),
  HOST: text('a host name or address to listen on').default('127.0.0.1'),
  PORT: z.coerce
    .number(portExpected)
    .int(portExpected)
    .min(1, portExpected)
    .max(65_535, portExpected)
    .optional(),
  PUBLIC_URL: webAddress.optional(),
  DATA_DIR: text('a folder').optional(),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_OWNER_URL: postgresAddress.optional(),
  DATABASE_POOL_SIZE: z.coerce
    .number(poolExpected)
    .int(poolExpected)
    .min(1, poolExpected)
    .max(500, poolExpected)
    .default(12),
  DATABASE_PREPARE: onOff('on'),
  AUTH_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  KEY_ENCRYPTION_KEYS: encryptionKeys.optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'an address such as smtp://user:password@host:587' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'a sender such as Rapport <rapport@example.org>')
    .default('Rapport <rapport@localhost>'),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: text('the client id your provider gave').optional(),
  OIDC_CLIENT_SECRET: text('the client secret your provider gave').optional(),
  OIDC_NAME: text('the name on the sign-in button').default('OpenID Connect'),
  OUTBOUND_ALLOW: outboundAllow,
  GRAPH_BASE_URL: webAddress.default('https://graph.facebook.com'),
  INSTAGRAM_BASE_URL: webAddress.default('https://graph.instagram.com'),
  INSTAGRAM_LOGIN_BASE_URL: webAddress.default('https://api.instagram.com'),
  TELEGRAM_BASE_URL: webAddress.default('https://api.telegram.org'),
  X_BASE_URL: webAddress.default('https://api.x.com'),
  LINKEDIN_BASE_URL: webAddress.default('https://api.linkedin.com'),
  TRUSTPILOT_BASE_URL: webAddress.default('https://api.trustpilot.com'),
  GOOGLE_BASE_URL: webAddress.default('https://mybusiness.googleapis.com'),
  METRICS_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'trace, debug, info, warn, error or silent')
    .default('info'),
  S3_ENDPOINT: webAddress.optional(),
  S3_BUCKET: text('the name of a bucket').optional(),
  S3_REGION: text("a region, us-east-1 for most servers of one's own").optional(),
  S3_ACCESS_KEY_ID: text('the access key').optional(),
  S3_SECRET_ACCESS_KEY: text('the secret key').optional(),
  DEMO: onOff('on'),
  TRUST_PROXY: onOff('off'),
  BENCH_WORKSPACE: z.uuid('the id of a workspace').optional(),
};

export const settingNames = Object.keys(shape) as (keyof typeof shape)[];

/** Variables that only make sense together. */
const groups: readonly (readonly (keyof typeof shape)[])[] = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
];
const secretNames = new Set(
  [
    'AUTH_SECRET',
    'KEY_ENCRYPTION_KEYS',
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'SMTP_URL',
    'OIDC_CLIENT_SECRET',
  ].concat(['METRICS_TOKEN', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']),
);

/** What a person may set; what is left out is chosen by the launcher. */
export type Settings = z.output<z.ZodObject<typeof shape>>;

const required = ['DATABASE_URL', 'AUTH_SECRET', 'KEY_ENCRYPTION_KEYS'] as const;
type Required = (typeof required)[number] | 'PORT' | 'PUBLIC_URL' | 'DATA_DIR';

/** What web and worker run on: nothing they need is missing. */
export type Env = Omit<Settings, Required> & { [Name in Required]: NonNullable<Settings[Name]> };

type Variables = Record<string, string | undefined>;

/** Parses what is set, empty meaning unset; throws EnvironmentRefused with every problem at once. */
export function parseSettings(variables: Variables): Settings {
  const { settings, problems } = readSettings(variables);
  if (problems.length > 0 || settings === undefined) throw new EnvironmentRefused(problems);
  return settings;
}

/** As parseSettings, and refuses when something web and worker cannot do without is missing. */
export function parseEnv(variables: Variables): Env {
  const { settings, problems } = readSettings(variables);
  const missing = required
    .filter((name) => !variables[name])
    .map((name) => `${name} is missing: ${missingHint[name]}`);
  if (problems.length + missing.length > 0 || settings === undefined) {
    throw new EnvironmentRefused([...problems, ...missing]);
  }
  const port = settings.PORT ?? 3000;
  const host = ['0.0.0.0', '::'].includes(settings.HOST) ? 'localhost' : settings.HOST;
  return {
    ...settings,
    PORT: port,
    PUBLIC_URL: settings.PUBLIC_URL ?? `http://${host}:${port}`,
    DATA_DIR: settings.DATA_DIR ?? 'data',
  } as Env;
}

const missingHint = {
  DATABASE_URL: "expected the address of the database for the application's role",
  AUTH_SECRET: 'expected at least 32 random characters',
  KEY_ENCRYPTION_KEYS: `expected ${keysExpected}`,
};

function readSettings(variables: Variables): { settings: Settings | undefined; problems: string[] } {
  const given = Object.fromEntries(settingNames.map((name) => [name, variables[name] || undefined]));
  const parsed = z.strictObject(shape).safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => explain(issue, variables));
  for (const group of groups) {
    const missing = group.filter((name) => !variables[name]);
    if (missing.length === 0 || missing.length === group.length) continue;
    problems.push(`${missing.join(', ')} missing: expected all or none of ${group.join(', ')}`);
  }
  return { settings: parsed.data, problems: [...new Set(problems)] };
}

function explain(issue: z.core.$ZodIssue, variables: Variables): string {
  const name = String(issue.path[0]);
  const value = secretNames.has(name) ? '' : ` is ${JSON.stringify(variables[name])}`;
  return `${name}${value}: expected ${issue.message}`;
}

let parsed: Env | undefined;
let fileLoaded = false;

/** The environment of this process with `.env` beneath it, parsed once; throws EnvironmentRefused. */
export function env(): Env {
  if (parsed === undefined) {
    loadEnvFile();
    parsed = parseEnv(process.env);
    // next-auth reads these two from the process itself.
    process.env.NEXTAUTH_URL = parsed.PUBLIC_URL;
    process.env.NEXTAUTH_SECRET = parsed.AUTH_SECRET;
  }
  return parsed;
}

/** For the launcher: what the operator set, before it fills in the rest. */
export function settings(): Settings {
  loadEnvFile();
  return parseSettings(process.env);
}

/** Sets variables of this process; what is already set wins unless `override` is true. */
export function fillEnv(values: Record<string, string>, options: { override: boolean }): void {
  for (const [name, value] of Object.entries(values)) {
    if (options.override || !process.env[name]) process.env[name] = value;
  }
  parsed = undefined;
}

/** The variables of this process for a child, without those named. */
export function childVariables(without: readonly string[] = []): NodeJS.ProcessEnv {
  const variables = { ...process.env };
  for (const name of without) delete variables[name];
  return variables;
}

function loadEnvFile(): void {
  // Tests state their own environment; a developer's .env must not change what they find.
  if (fileLoaded || process.env.NODE_ENV === 'test') return;
  fileLoaded = true;
  if (existsSync('.env')) process.loadEnvFile('.env');
}
