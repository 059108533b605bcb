import { randomBytes } from 'node:crypto';
import type { ChannelSecrets, SecretSpec } from '@/connectors/contract';
import { newId } from '@/kernel/ids';
import { keyIdOf, rewrap, seal, unseal } from '@/platform/crypto/seal';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import { env } from '@/platform/env';

/** A sealed secret as the database gives it. */
export interface SealedSecret {
  id: string;
  name: string;
  sealed: Uint8Array;
}

const COLUMN = 'channel_secrets.sealed';

/** Opens a channel's valid secrets, newest first under each name. Throws where a key-encryption key is missing. */
export function openSecrets(workspaceId: string, rows: readonly SealedSecret[]): ChannelSecrets {
  const opened: Record<string, string[]> = {};
  for (const { id, name, sealed } of rows) {
    const value = unseal(sealed, { workspaceId, column: COLUMN, recordId: id }, env().KEY_ENCRYPTION_KEYS);
    opened[name] = [...(opened[name] ?? []), value];
  }
  return opened;
}

/** A row for `channel_secrets`, its value sealed for exactly that place. */
export function sealedSecret(workspaceId: string, channelId: string, name: string, value: string) {
  const id = newId();
  const sealed = seal(value, { workspaceId, column: COLUMN, recordId: id }, env().KEY_ENCRYPTION_KEYS);
  return { workspaceId, id, channelId, name, sealed: new Uint8Array(sealed) };
}

/** In the place of what stood there under these names; what is not named stays. */
export async function replaceSecrets(
  db: TenantTransaction,
  channelId: string,
  secrets: Readonly<Record<string, string>>,
): Promise<void> {
  const { workspaceId } = db;
  const names = Object.keys(secrets);
  if (names.length === 0) return;
  await db.models.channelSecret.deleteMany({ where: { workspaceId, channelId, name: { in: names } } });
  await db.models.channelSecret.createMany({
    data: Object.entries(secrets).map(([name, value]) => sealedSecret(workspaceId, channelId, name, value)),
  });
}

/** The same value under the current key-encryption key; null where it is already. Throws where its key is missing. */
export function rewrapSecret(workspaceId: string, { id, sealed }: SealedSecret): Buffer | null {
  const keys = env().KEY_ENCRYPTION_KEYS;
  if (keyIdOf(sealed) === keys[0]?.id) return null;
  return rewrap(sealed, { workspaceId, column: COLUMN, recordId: id }, keys);
}

/** 32 random bytes in base64 (or base64url) behind the prefix the network's standard asks for. */
export function generateSecret(spec: SecretSpec): string {
  return `${spec.prefix ?? ''}${randomBytes(32).toString(spec.isUrlSafe ? 'base64url' : 'base64')}`;
}
