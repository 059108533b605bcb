import type { CheckOutcome } from '@/connectors/contract/connecting';
import { executeAsOperator, operatorContext, operatorContexts, runAsOperator } from '@/entry/cli';
import { listChannels as listChannelsOf } from '@/modules/channels/queries';
import {
  type ChannelCheck,
  checkChannels as checkChannelsOf,
} from '@/modules/channels/queries/check-channels';
import { askAccount } from '@/modules/channels/use-cases/check-connection';
import { createChannel as createChannelUseCase } from '@/modules/channels/use-cases/create-channel';
import { replayEvents as replayEventsUseCase } from '@/modules/channels/use-cases/replay-events';
import { rewrapSecrets as rewrapSecretsUseCase } from '@/modules/channels/use-cases/rewrap-secrets';
import { rotateSecret } from '@/modules/channels/use-cases/rotate-secret';
import { CommandRefused } from './command-line';

export interface CreateOptions {
  network: string;
  name?: string;
  callback?: string;
  setting?: Record<string, string>;
  secret?: Record<string, string>;
  expectation?: string;
}

/** `secret` is the first secret Rapport made; `secrets` all of them by name. */
export async function createChannel(slug: string, options: CreateOptions) {
  const context = await operatorContext(slug);
  const known = context.offers.connectors.all().map(({ manifest }) => manifest.network);
  if (!context.offers.connectors.get(options.network)) throw unknownNetwork(options.network, known);
  const created = await executeAsOperator(createChannelUseCase, context, {
    connector: options.network,
    name: options.name ?? `${options.network} ${new Date().toISOString().slice(0, 10)}`,
    settings: { ...(options.callback && { callbackUrl: options.callback }), ...options.setting },
    secrets: options.secret ?? {},
    ...(options.expectation && { expectationMinutes: options.expectation }),
  });
  const { id, webhookUrl, name, network, connector, shownSecrets } = created;
  const secrets = Object.fromEntries(shownSecrets.map((secret) => [secret.name, secret.value]));
  const [first] = shownSecrets;
  return { id, webhookUrl, ...(first && { secret: first.value }), name, network, connector, secrets };
}

export async function listChannels(slug: string): Promise<object[]> {
  return listChannelsOf(await operatorContext(slug));
}

/** What is known to be wrong, and what each network says now; one that is at rest, or not set up, is not asked. */
export async function checkChannels(slug: string): Promise<(ChannelCheck & { live?: CheckOutcome })[]> {
  const context = await operatorContext(slug);
  const checks: (ChannelCheck & { live?: CheckOutcome })[] = [];
  for (const check of await checkChannelsOf(context)) {
    const isAsked = check.state !== 'paused' && check.problems.every((problem) => !isOfSetUp(problem));
    const live = isAsked ? await askAccount(context, check.id) : undefined;
    checks.push({ ...check, ...(live && { live }) });
  }
  return checks;
}

function isOfSetUp(problem: ChannelCheck['problems'][number]): boolean {
  return ['connector_unknown', 'settings_invalid', 'secrets_unreadable', 'secret_missing'].includes(problem);
}

export async function replayEvents(slug: string, { channel, event }: { channel: string; event?: string }) {
  const input = { channelId: channel, ...(event && { rawEventId: event }) };
  return { channel, ...(await executeAsOperator(replayEventsUseCase, await operatorContext(slug), input)) };
}

/** The one secret of the channel that Rapport makes, unless another is named. */
export async function rotateChannelSecret(
  slug: string,
  { channel, name, overlapHours }: { channel: string; name?: string; overlapHours: string },
) {
  const context = await operatorContext(slug);
  const found = (await listChannelsOf(context)).find(({ id }) => id === channel);
  const specs = found ? (context.offers.connectors.get(found.connector)?.manifest.secrets ?? []) : [];
  const generated = specs.filter(({ origin }) => origin === 'generated').map((spec) => spec.name);
  const chosen = name ?? generated[0];
  if (found && chosen === undefined) throw new CommandRefused('Rapport makes no secret of this channel.');
  const input = { channelId: channel, name: chosen ?? '', overlapHours };
  const rotated = await executeAsOperator(rotateSecret, context, input);
  return { channel, name: rotated.name, secret: rotated.value, overlapHours: Number(overlapHours) };
}

/** Workspace by workspace, so that a killed run is simply started again. */
export async function* rewrapSecrets() {
  for await (const { context } of operatorContexts()) {
    const counts = await runAsOperator(context, (work) => rewrapSecretsUseCase.run(work, {}));
    yield { workspace: context.workspace.slug, ...counts };
  }
}

function unknownNetwork(network: string, known: readonly string[]): CommandRefused {
  return new CommandRefused(`There is no connector for "${network}". Known: ${known.join(', ')}.`);
}
