import { randomBytes } from 'node:crypto';
import { BskyAppView } from '@atproto/bsky';
import { mockNetworkUtilities, TestNetwork } from '@atproto/dev-env';
import { PDS } from '@atproto/pds';

// Bluesky's own servers (PLC directory, PDS, AppView) as one process. It says where they answer, takes them down and up
// again when told to, and ends with whoever started it.
const secrets = {
  jwtSecret: randomBytes(16).toString('hex'),
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
};
const network = await TestNetwork.create({ dbPostgresSchema: 'dev', pds: secrets });
await network.processAll();
const { pds, bsky } = network;

const orders = {
  stopAppView: () => bsky.server.destroy(),
  startAppView: async () => {
    const { cfg: config, signingKey } = bsky.ctx;
    bsky.server = BskyAppView.create({ config, signingKey });
    await bsky.server.start();
    mockNetworkUtilities(pds, bsky);
  },
  stopPds: () => pds.server.destroy(),
  startPds: async () => {
    pds.server = await PDS.create(pds.ctx.cfg, {
      jwtSecret: secrets.jwtSecret,
      adminPassword: 'admin-pass',
      plcRotationKey: { provider: 'memory', privateKeyHex: secrets.plcRotationKeyK256PrivateKeyHex },
    });
    await pds.server.start();
    mockNetworkUtilities(pds, bsky);
  },
};

async function obey(order) {
  try {
    await orders[order]();
    process.send({});
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
}

process.on('message', ({ order }) => {
  void obey(order);
});
process.on('disconnect', () => process.exit(0));
process.send({ pdsUrl: pds.url });
