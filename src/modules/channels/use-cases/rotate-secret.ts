import { invalidInput, notFound } from '@/kernel/errors';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { rotateSecretInput } from '../contract';
import { channelChanged } from '../events';
import { generateSecret, sealedSecret } from '../store/secrets';

/** A new secret beside the old one, which stays valid for the overlap: no delivery is refused meanwhile. */
export const rotateSecret = defineOperatorUseCase({
  name: 'channels.rotate-secret',
  permission: 'channels.manage',
  input: rotateSecretInput,
  run: async ({ db, offers, now, emit, audit }, { channelId, name, overlapHours }) => {
    const { workspaceId } = db;
    const channel = await db.models.channel.findFirst({
      where: { workspaceId, id: channelId, removedAt: null },
    });
    if (!channel) throw notFound('channel_not_found');
    const spec = offers.connectors
      .get(channel.connector)
      ?.manifest.secrets.find((each) => each.name === name);
    if (spec?.origin !== 'generated') throw invalidInput([{ path: 'name', reason: 'not_a_choice' }]);
    const retiresAt = new Date(now().getTime() + overlapHours * 3_600_000);
    // At most two are alive: an older one still in its overlap ends now.
    await db.query(sql`
      UPDATE channel_secrets SET retires_at = CASE WHEN retires_at IS NULL THEN ${retiresAt} ELSE now() END
      WHERE workspace_id = ${workspaceId} AND channel_id = ${channelId}::uuid AND name = ${name}
        AND (retires_at IS NULL OR retires_at > now())`);
    const value = generateSecret(spec);
    await db.models.channelSecret.create({ data: sealedSecret(workspaceId, channelId, name, value) });
    emit(channelChanged(channelId));
    audit({ action: 'channels.rotate-secret', subjectType: 'channel', subjectId: channelId, data: { name } });
    return { name, value };
  },
});
