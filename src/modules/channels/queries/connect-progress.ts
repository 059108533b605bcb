import { z } from 'zod';
import type { Connector } from '@/connectors/contract';
import type { SetupStep } from '@/connectors/contract/connecting';
import type { TenantContext } from '@/platform/context/context';
import { env } from '@/platform/env';
import type { ConnectProgress, ConnectStep } from '../contract/connecting';
import { embedCode, webhookUrl } from '../store/channel-views';
import { type ConnectingRow, findConnecting, stepsOf } from '../store/connecting-rows';

/** The one address every network sends an admin's browser back to. */
export function redirectUrl(): string {
  return `${env().PUBLIC_URL}/api/channels/callback`;
}

/**
 * How far the guided way is, each step with what proves it: asked again every few seconds while an admin watches.
 * Holds for a channel that is reconnected as well. Refuses `channel_not_found`.
 */
export async function getConnectProgress(
  context: Pick<TenantContext, 'db' | 'offers'>,
  channelId: string,
): Promise<ConnectProgress> {
  const { row, connector } = await findConnecting(context, channelId);
  return toProgress(row, connector);
}

export function toProgress(row: ConnectingRow, connector: Connector): ConnectProgress {
  const steps = stepsOf(connector).map((step) => toStep(step, row, connector));
  const { checkedAt, checkReason, checkDetail } = row;
  return {
    channelId: row.id,
    connector: row.connector,
    network: row.network,
    name: row.name,
    state: row.state,
    webhookUrl: webhookUrl(row.id),
    redirectUrl: redirectUrl(),
    steps,
    account: row.account,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    missingScopes: row.missingScopes,
    check: checkedAt && { at: checkedAt.toISOString(), reason: checkReason, detail: checkDetail },
    canAuthorize: connector.authorize !== undefined,
    refused: { count: row.refusedCount, at: row.refusedAt?.toISOString() ?? null },
    received: row.received,
    canFinish: canFinish(row, connector),
  };
}

/** Everything required is given, the account was seen where it can be, and consent was given where it is asked for. */
function canFinish(row: ConnectingRow, { manifest, check }: Connector): boolean {
  if (!manifest.settings.safeParse(row.settings).success) return false;
  const isMissing = manifest.secrets.some(({ name, isRequired }) => isRequired && !row.secrets[name]);
  return !isMissing && (!check || (row.checkedAt !== null && row.checkReason === null));
}

function toStep(step: SetupStep, row: ConnectingRow, connector: Connector): ConnectStep {
  const asks = (step.asks ?? []).map((name) => toAsked(name, row, connector));
  const provenAt = step.proof ? provenBy(step.proof, row, connector) : null;
  const isGiven = asks.every(({ isRequired, isSet }) => isSet || !isRequired);
  return {
    name: step.name,
    shows: (step.shows ?? []).map((what) => ({ what, value: shownValue(what, row.id) })),
    asks,
    scopes: [...(step.scopes ?? [])],
    link: step.link ?? null,
    proof: step.proof ?? null,
    isDone: isGiven && (step.proof === undefined || provenAt !== null) && isAnswered(step, asks),
    provenAt,
  };
}

/** A generated secret is shown where it was made, and nowhere again. */
function shownValue(what: string, channelId: string): string | null {
  switch (what) {
    case 'webhookUrl':
      return webhookUrl(channelId);
    case 'redirectUrl':
      return redirectUrl();
    case 'embedCode':
      return embedCode(channelId);
    default:
      return null;
  }
}

/** A step that only asks is done once something was answered. */
function isAnswered(step: SetupStep, asks: ConnectStep['asks']): boolean {
  return step.proof !== undefined || asks.length === 0 || asks.some(({ isSet }) => isSet);
}

function toAsked(name: string, row: ConnectingRow, { manifest }: Connector): ConnectStep['asks'][number] {
  const secret = manifest.secrets.find((spec) => spec.name === name);
  if (secret) {
    return { name, kind: 'secret', isRequired: secret.isRequired, isSet: row.secrets[name] !== undefined };
  }
  const value = row.settings[name];
  const { required = [] } = z.toJSONSchema(manifest.settings, { io: 'input', unrepresentable: 'any' });
  const isSet = value !== undefined;
  return { name, kind: 'setting', isRequired: required.includes(name), isSet, ...(isSet && { value }) };
}

function provenBy(
  proof: NonNullable<SetupStep['proof']>,
  row: ConnectingRow,
  { manifest }: Connector,
): string | null {
  switch (proof) {
    case 'handshake':
      return row.handshakeAt?.toISOString() ?? null;
    // Whatever was delivered had the channel's own signature.
    case 'signature':
      return row.lastDeliveredAt?.toISOString() ?? null;
    case 'message':
      return row.lastReceivedAt?.toISOString() ?? null;
    case 'credentials':
      return row.checkReason === null ? (row.checkedAt?.toISOString() ?? null) : null;
    case 'grant': {
      const granted = manifest.secrets.filter(({ origin }) => origin === 'granted');
      const times = granted.flatMap(({ name }) => row.secrets[name] ?? []);
      return times.length > 0 ? new Date(Math.max(...times.map((at) => Date.parse(at)))).toISOString() : null;
    }
  }
}
