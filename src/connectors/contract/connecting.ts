import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from './access';
import type { Budget } from './asking';

/** One step of the guided way to a connected channel. */
export interface SetupStep {
  /** Words under `channels.connectors.<network>.steps.<name>`: `title` and `text`. */
  name: string;
  /** Values of ours to copy to the other side. `secret:<name>` shows a generated secret, `embedCode` the line that puts the widget on a page. */
  shows?: readonly ('webhookUrl' | 'redirectUrl' | 'embedCode' | `secret:${string}`)[];
  /** Names of settings and entered secrets asked for here. */
  asks?: readonly string[];
  scopes?: readonly string[];
  /** Where it is done at the network. */
  link?: string;
  /** What shows that it was done, watched live. `grant`: the OAuth round trip; `credentials`: `check` answers ok. */
  proof?: 'handshake' | 'signature' | 'credentials' | 'grant' | 'message';
}

/** The account a channel speaks as. */
export interface ChannelAccount {
  externalId: string;
  name: string;
  handle?: string;
  url?: string;
  avatarUrl?: string;
}

export type CheckOutcome =
  | {
      outcome: 'ok';
      account?: ChannelAccount;
      /** When the grant itself ends, and a person has to renew it. */
      expiresAt?: Date;
      budgets?: readonly Budget[];
      /** Scopes asked for but not granted. */
      missingScopes?: readonly string[];
    }
  | Refusal;

export interface Grant {
  /** Values for the secrets of origin `granted`. */
  secrets: Readonly<Record<string, string>>;
  /** By when `refreshCredentials` must have run; absent where access does not end by itself. */
  refreshAt?: Date;
  /** When the grant itself ends, and a person has to renew it. */
  expiresAt?: Date;
}

export type RefreshOutcome = ({ outcome: 'refreshed' } & Grant) | Refusal;

export interface AuthorizeRequest {
  redirectUrl: string;
  state: string;
  /** PKCE, S256. */
  codeChallenge: string;
}

export interface AuthorizeContract {
  /** @returns where to send the admin's browser; secrets to keep meanwhile (an app registered at an instance) */
  begin(
    request: AuthorizeRequest,
    channel: ChannelAccess,
    outbound: Outbound,
  ): Promise<{ outcome: 'redirect'; url: string; secrets?: Readonly<Record<string, string>> } | Refusal>;
  finish(
    answer: { code: string; redirectUrl: string; codeVerifier: string },
    channel: ChannelAccess,
    outbound: Outbound,
    now: Date,
  ): Promise<({ outcome: 'granted' } & Grant) | Refusal>;
}
