interface FreshSecret {
  name: string;
  value: string;
}

const fresh = new Map<string, readonly FreshSecret[]>();

/** Secrets made a moment ago, in this tab's memory only: a reload forgets them, and nothing else ever had them. */
export function keepFreshSecrets(channelId: string, secrets: readonly FreshSecret[]): void {
  fresh.set(channelId, secrets);
}

/** Null where it was shown before, and is known to nobody here any more. */
export function freshSecret(channelId: string, name: string): string | null {
  return fresh.get(channelId)?.find((secret) => secret.name === name)?.value ?? null;
}
