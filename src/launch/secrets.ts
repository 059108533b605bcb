import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { fillEnv } from '@/platform/env';
import { writePrivate } from './private-file';

const makers: Record<string, () => string> = {
  AUTH_SECRET: () => randomBytes(32).toString('base64url'),
  KEY_ENCRYPTION_KEYS: () => `k1:${randomBytes(32).toString('base64')}`,
  METRICS_TOKEN: () => randomBytes(24).toString('base64url'),
};

/** Makes the secrets of the first start and keeps them in `secrets.env` (mode 600); the operator's own come first. */
export function provideSecrets(dataFolder: string): string {
  const file = join(dataFolder, 'secrets.env');
  const kept = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const missing = Object.keys(makers).filter((name) => !kept[name]);
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(kept)) if (value) all[name] = value;
  for (const name of missing) all[name] = makers[name]?.() ?? '';
  if (missing.length > 0) {
    const lines = Object.entries(all).map(([name, value]) => `${name}=${value}`);
    writePrivate(
      file,
      `# Made at the first start. Without these, sessions and stored credentials cannot be read.\n${lines.join('\n')}\n`,
    );
  }
  fillEnv(all, { override: false });
  return file;
}
