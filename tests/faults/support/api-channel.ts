import type { MemberContext } from '@/platform/context/context';
import { anApiChannel, signed } from '../../factories/channels';

/** What an integrator has in hand. */
export interface Integration {
  channelId: string;
  secret: string;
}

export async function anIntegration(admin: MemberContext, overrides: object = {}): Promise<Integration> {
  const { id, shownSecrets } = await anApiChannel(admin, overrides);
  return { channelId: id, secret: shownSecrets[0]?.value ?? '' };
}

/** A delivery with its signature, as it goes over the wire. */
export function signedRequest(
  { secret }: Integration,
  body: string,
  id?: string,
): RequestInit & { method: 'POST' } {
  return { method: 'POST', headers: signed(secret, body, id === undefined ? {} : { id }), body };
}
