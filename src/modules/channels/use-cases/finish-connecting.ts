import { conflict } from '@/kernel/errors';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import type { ChannelSummary } from '../contract';
import { finishConnectingInput } from '../contract/connecting';
import { channelChanged, channelResumed } from '../events';
import { getChannel } from '../queries';
import { toProgress } from '../queries/connect-progress';
import { findConnecting, findSameAccount } from '../store/connecting-rows';
import { requireTeam } from './create-channel';
import { resumeFeeds } from './resume-feeds';

/**
 * The channel works from here on: what arrived meanwhile is applied, what is new is asked for. Refuses
 * `connecting_incomplete`, and `account_connected` where another channel speaks as the account.
 */
export const finishConnecting = defineOperatorUseCase({
  name: 'channels.finish-connecting',
  permission: 'channels.manage',
  input: finishConnectingInput,
  run: async (context, { channelId, ...fields }): Promise<ChannelSummary> => {
    const { db, emit, audit } = context;
    const { workspaceId } = db;
    // One at a time, so that two halves of one account do not both become channels.
    await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`connect:${workspaceId}`}, 0))`);
    const { row, connector } = await findConnecting(context, channelId);
    if (row.state !== 'connecting') throw conflict('already_connected');
    if (!toProgress(row, connector).canFinish) throw conflict('connecting_incomplete');
    const same = row.account && (await findSameAccount(db, row, row.account.externalId));
    if (same) throw conflict('account_connected', { params: { channelId: same.id, name: same.name } });
    await requireTeam(db, fields.teamId);
    await db.models.channel.updateMany({
      where: { workspaceId, id: channelId },
      data: { ...fields, state: 'active', stateReason: null },
    });
    await resumeFeeds.run(context, { channelId });
    emit(channelChanged(channelId), channelResumed(channelId));
    audit({
      action: 'channels.create',
      subjectType: 'channel',
      subjectId: channelId,
      data: { connector: row.connector, name: fields.name ?? row.name },
    });
    return getChannel({ db }, channelId);
  },
});
