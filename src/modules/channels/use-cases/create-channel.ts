import type { z } from 'zod';
import type { Connector } from '@/connectors/contract';
import { type FieldError, invalidInput } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import { type CreatedChannel, createChannelInput } from '../contract';
import { channelChanged } from '../events';
import { getChannel } from '../queries';
import { startLiveFeed } from '../store/feeds';
import { forgetGrantedAccess } from '../store/refreshing';
import { generateSecret, sealedSecret } from '../store/secrets';

/** Connects a channel. Secrets made by Rapport are in the answer and shown this once. */
export const createChannel = defineOperatorUseCase({
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
    await requireTeam(db, input.teamId);
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
        expectations: input.expectations,
      },
    });
    const secrets = [...entered, ...generated].map(({ name, value }) =>
      sealedSecret(workspaceId, id, name, value),
    );
    await db.models.channelSecret.createMany({ data: secrets });
    await forgetGrantedAccess(db, id, connector);
    await startLiveFeed(db, id, connector);
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
  const parsed = connector.manifest.settings.safeParse(settings, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues.flatMap(refusedSettings));
}

/** One issue of a connector's settings, as fields under `settings.`. */
export function refusedSettings(issue: z.core.$ZodIssue): FieldError[] {
  const path = ['settings', ...issue.path.map(String)].join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: `${path}.${key}`, reason: 'unknown_key' }));
    case 'invalid_type':
      return [{ path, reason: issue.input === undefined ? 'required' : 'invalid_type' }];
    case 'invalid_format':
      return [{ path, reason: issue.format === 'url' ? 'invalid_url' : 'invalid_format' }];
    case 'too_big':
      return [{ path, reason: 'too_long', params: { maximum: Number(issue.maximum) } }];
    default:
      return [{ path, reason: 'invalid_value' }];
  }
}

/** Refuses a team that was deleted meanwhile, or is another workspace's. */
export async function requireTeam(db: TenantTransaction, teamId: string | null | undefined): Promise<void> {
  if (!teamId) return;
  const team = await db.models.team.findFirst({ where: { workspaceId: db.workspaceId, id: teamId } });
  if (!team) throw invalidInput([{ path: 'teamId', reason: 'team_not_found' }]);
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
