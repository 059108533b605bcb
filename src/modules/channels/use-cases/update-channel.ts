import type { z } from 'zod';
import { invalidInput, notFound } from '@/kernel/errors';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { channelRefInput, setChannelStateInput, updateChannelInput } from '../contract';
import { channelChanged, channelResumed, expectationChanged } from '../events';
import { drainChannel } from '../jobs';
import { getChannel } from '../queries';
import { forgetGrantedAccess } from '../store/refreshing';
import { replaceSecrets } from '../store/secrets';
import { parseSettings, requireTeam } from './create-channel';

/**
 * Name, settings, team, expectation; entered secrets are replaced and never shown. A new secret is a new try for a
 * channel whose network had refused us.
 */
export const updateChannel = defineOperatorUseCase({
  name: 'channels.update',
  permission: 'channels.manage',
  input: updateChannelInput,
  run: async ({ db, offers, emit, audit }, { channelId, settings, secrets = {}, ...fields }) => {
    const { workspaceId } = db;
    const channel = await db.models.channel.findFirst({
      where: { workspaceId, id: channelId, removedAt: null },
    });
    const connector = channel && offers.connectors.get(channel.connector);
    if (!channel || !connector) throw notFound('channel_not_found');
    for (const name of Object.keys(secrets)) {
      const isEntered = connector.manifest.secrets.some(
        (spec) => spec.name === name && spec.origin === 'entered',
      );
      if (!isEntered) throw invalidInput([{ path: `secrets.${name}`, reason: 'unknown_key' }]);
    }
    await requireTeam(db, fields.teamId);
    const isReconnected = channel.state === 'needs_reconnect' && Object.keys(secrets).length > 0;
    await db.models.channel.updateMany({
      where: { workspaceId, id: channelId },
      data: {
        ...fields,
        ...(settings && { settings: parseSettings(connector, settings) as object }),
        ...(isReconnected && { state: 'active', stateReason: null }),
      },
    });
    await replaceSecrets(db, channelId, secrets);
    if (Object.keys(secrets).length > 0) await forgetGrantedAccess(db, channelId, connector);
    emit(channelChanged(channelId));
    if (isReconnected) emit(channelResumed(channelId));
    if (promises(fields, channel)) emit(expectationChanged(channelId));
    audit({
      action: 'channels.update',
      subjectType: 'channel',
      subjectId: channelId,
      data: { ...fields, settings: Object.keys(settings ?? {}), secrets: Object.keys(secrets) },
    });
    return getChannel({ db }, channelId);
  },
});

type Promised = Partial<Pick<z.output<typeof updateChannelInput>, 'expectationMinutes' | 'expectations'>>;

/** True where the fields promise an answer in another time than the channel does. */
function promises(fields: Promised, channel: { expectationMinutes: number; expectations: unknown }): boolean {
  const { expectationMinutes = channel.expectationMinutes, expectations = channel.expectations } = fields;
  return (
    expectationMinutes !== channel.expectationMinutes ||
    JSON.stringify(expectations) !== JSON.stringify(channel.expectations)
  );
}

/** A paused channel goes on storing what arrives; it is applied when it is resumed. */
export const setChannelState = defineOperatorUseCase({
  name: 'channels.set-state',
  permission: 'channels.manage',
  input: setChannelStateInput,
  run: async ({ db, emit, audit, enqueue }, { channelId, state }) => {
    const where = {
      workspaceId: db.workspaceId,
      id: channelId,
      removedAt: null,
      state: { not: 'connecting' },
    };
    const { count } = await db.models.channel.updateMany({ where, data: { state, stateReason: null } });
    if (count === 0) throw notFound('channel_not_found');
    if (state === 'active') {
      enqueue(drainChannel, { channelId }, { key: channelId });
      emit(channelResumed(channelId));
    }
    emit(channelChanged(channelId));
    audit({ action: 'channels.set-state', subjectType: 'channel', subjectId: channelId, data: { state } });
    return getChannel({ db }, channelId);
  },
});

/** Stops listening and answering; its conversations stay. @returns how many */
export const removeChannel = defineOperatorUseCase({
  name: 'channels.remove',
  permission: 'channels.manage',
  input: channelRefInput,
  run: async ({ db, now, emit, audit }, { channelId }) => {
    const { workspaceId } = db;
    const where = { workspaceId, id: channelId, removedAt: null };
    const { count } = await db.models.channel.updateMany({ where, data: { removedAt: now() } });
    if (count === 0) throw notFound('channel_not_found');
    await db.models.channelSecret.deleteMany({ where: { workspaceId, channelId } });
    emit(channelChanged(channelId));
    const [kept] = await db.query<{ count: number }>(sql`
      SELECT coalesce(sum(difference), 0)::int AS count FROM conversation_tallies
      WHERE workspace_id = ${workspaceId} AND channel_id = ${channelId}::uuid`);
    audit({ action: 'channels.remove', subjectType: 'channel', subjectId: channelId });
    return { keptConversations: kept?.count ?? 0 };
  },
});
