import type { TenantContext } from '@/platform/context/context';
import type { ChannelSummary } from '../contract';
import { getChannelAccess, listChannels } from '../queries';

/** Why a channel does not work as it should; an empty list is good news. */
export type ChannelProblem =
  | 'connector_unknown'
  | 'settings_invalid'
  | 'secrets_unreadable'
  | 'secret_missing'
  | 'needs_reconnect'
  | 'events_parked'
  | 'deliveries_failed';

export interface ChannelCheck extends ChannelSummary {
  problems: ChannelProblem[];
}

/** Every channel with what is wrong with it, secrets opened to see that they can be. */
export async function checkChannels(context: Pick<TenantContext, 'db' | 'offers'>): Promise<ChannelCheck[]> {
  const checks: ChannelCheck[] = [];
  for (const channel of await listChannels(context)) {
    checks.push({
      ...channel,
      problems: [...(await setUpProblems(context, channel)), ...lastingProblems(channel)],
    });
  }
  return checks;
}

async function setUpProblems(
  { db, offers }: Pick<TenantContext, 'db' | 'offers'>,
  { id, connector: name, settings }: ChannelSummary,
): Promise<ChannelProblem[]> {
  const manifest = offers.connectors.get(name)?.manifest;
  if (!manifest) return ['connector_unknown'];
  const problems: ChannelProblem[] = manifest.settings.safeParse(settings).success
    ? []
    : ['settings_invalid'];
  const access = await getChannelAccess(db, id).catch(() => null);
  if (!access) return [...problems, 'secrets_unreadable'];
  const isMissing = manifest.secrets.some((spec) => spec.isRequired && !access.secrets[spec.name]?.length);
  return isMissing ? [...problems, 'secret_missing'] : problems;
}

function lastingProblems({ state, parked, failed }: ChannelSummary): ChannelProblem[] {
  return [
    ...(state === 'needs_reconnect' ? (['needs_reconnect'] as const) : []),
    ...(parked > 0 ? (['events_parked'] as const) : []),
    ...(failed > 0 ? (['deliveries_failed'] as const) : []),
  ];
}
