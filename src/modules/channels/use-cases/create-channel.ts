import type { Connector } from '@/connectors/contract';
import { type FieldError, invalidInput } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { defineUseCase } from '@/platform/context/use-case';
import { type CreatedChannel, createChannelInput } from '../contract';
import { channelChanged } from '../events';
import { getChannel } from '../queries';
import { generateSecret, sealedSecret } from '../store/secrets';

/** Connects a channel. Secrets made by Rapport are in the answer and shown this once. */
export const createChannel = defineUseCase({
  name: 'channels.create',
  permission: 'channels.manage',
  input: createChannelInput,
  run: async ({ db, offers, emit, audit }, input): Promise<CreatedChannel> => {
    const connector = offers.connectors.get(input.connector);
    if (!connector) throw invalidInput([{ path: 'connector', reason: 'unknown_connector' }]);
    const settings = parseSettings(connector, input.settings);
    const { entered, generated } = gatherSecrets(connector, input.secrets);
    const id = newId();
    const { workspaceId } = db;
    await db.models.channel.create({
      data: {
        workspaceId,
        id,
        connector: input.connector,
        network: input.network ?? connector.manifest.network,
        name: input.name,
        settings: settings as object,
        teamId: input.teamId,
        expectationMinutes: input.expectationMinutes,
      },
    });
    const secrets = [...entered, ...generated].map(({ name, value }) =>
      sealedSecret(workspaceId, id, name, value),
    );
    await db.models.channelSecret.createMany({ data: secrets });
    emit(channelChanged(id));
    audit({
      action: 'channels.create',
      subjectType: 'channel',
      subjectId: id,
      data: { connector: input.connector, name: input.name },
    });
    return { ...(await getChannel({ db }, id)), shownSecrets: generated };
  },
});

/** The connector's own schema decides; refusals name the field under `settings.`. */
export function parseSettings(
  connector: Connector,
  settings: Record<string, unknown>,
): Record<string, unknown> {
  const parsed = connector.manifest.settings.safeParse(settings);
  if (parsed.success) return parsed.data;
  throw invalidInput(
    parsed.error.issues.map(
      (issue): FieldError => ({
        path: ['settings', ...issue.path].join('.'),
        reason: issue.code === 'invalid_type' && issue.input === undefined ? 'required' : 'invalid_value',
      }),
    ),
  );
}

function gatherSecrets(connector: Connector, given: Record<string, string>) {
  const specs = connector.manifest.secrets;
  const unknown = Object.keys(given).filter(
    (name) => !specs.some((spec) => spec.name === name && spec.origin === 'entered'),
  );
  const missing = specs.filter(
    ({ name, origin, isRequired }) => origin === 'entered' && isRequired && !given[name],
  );
  const problems: FieldError[] = [
    ...unknown.map((name) => ({ path: `secrets.${name}`, reason: 'unknown_key' })),
    ...missing.map(({ name }) => ({ path: `secrets.${name}`, reason: 'required' })),
  ];
  if (problems.length > 0) throw invalidInput(problems);
  return {
    entered: Object.entries(given).map(([name, value]) => ({ name, value })),
    generated: specs
      .filter(({ origin }) => origin === 'generated')
      .map((spec) => ({ name: spec.name, value: generateSecret(spec) })),
  };
}
