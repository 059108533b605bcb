import { invalidInput } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { type StartedConnecting, startConnectingInput } from '../contract/connecting';
import { channelChanged } from '../events';
import { getConnectProgress } from '../queries/connect-progress';
import { generateSecret, sealedSecret } from '../store/secrets';

/**
 * Begins the guided way: a channel nobody sees yet, with its addresses and the secrets Rapport makes, shown this once.
 * Left alone for seven days it goes.
 */
export const startConnecting = defineOperatorUseCase({
  name: 'channels.start-connecting',
  permission: 'channels.manage',
  input: startConnectingInput,
  run: async ({ db, offers, emit, audit }, input): Promise<StartedConnecting> => {
    const manifest = offers.connectors.get(input.connector)?.manifest;
    if (!manifest) throw invalidInput([{ path: 'connector', reason: 'unknown_connector' }]);
    const { workspaceId } = db;
    const id = newId();
    await db.models.channel.create({
      data: {
        workspaceId,
        id,
        connector: manifest.network,
        network: input.network ?? manifest.network,
        // Until the account tells its own.
        name: input.name ?? manifest.network,
        state: 'connecting',
      },
    });
    const shownSecrets = manifest.secrets
      .filter(({ origin }) => origin === 'generated')
      .map((spec) => ({ name: spec.name, value: generateSecret(spec) }));
    await db.models.channelSecret.createMany({
      data: shownSecrets.map(({ name, value }) => sealedSecret(workspaceId, id, name, value)),
    });
    emit(channelChanged(id));
    audit({
      action: 'channels.start-connecting',
      subjectType: 'channel',
      subjectId: id,
      data: { connector: manifest.network },
    });
    return { ...(await getConnectProgress({ db, offers }, id)), shownSecrets };
  },
});
