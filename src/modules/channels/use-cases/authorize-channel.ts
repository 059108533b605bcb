import { createHash, randomBytes } from 'node:crypto';
import type { ChannelAccess, Connector, Refusal } from '@/connectors/contract';
import type { CheckOutcome, Grant } from '@/connectors/contract/connecting';
import { conflict } from '@/kernel/errors';
import type { Actor, TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { channelChanged } from '../events';
import { getChannelAccess } from '../queries';
import { redirectUrl } from '../queries/connect-progress';
import { keepAuthorization, takeAuthorization } from '../store/authorizations';
import { findConnecting } from '../store/connecting-rows';
import { keepGrant } from '../store/grants';
import { replaceSecrets } from '../store/secrets';
import { askConnector } from './ask-connector';
import { recordCheck } from './check-connection';

type Context = TenantContext<Actor>;

/** Who came, and with what the network sent them back. */
export interface ConsentAnswer {
  channelId: string;
  sessionId: string;
  state: string;
  code?: string | undefined;
  error?: string | undefined;
}

/**
 * Begins the way to the network's consent page: a state used once, this session's and this channel's, for ten
 * minutes, and a PKCE challenge. Refuses `authorize_unsupported`. @returns where to go, or the network's refusal
 */
export async function beginAuthorizing(
  context: Context,
  { channelId, sessionId }: Pick<ConsentAnswer, 'channelId' | 'sessionId'>,
): Promise<{ outcome: 'redirect'; url: string } | Refusal> {
  const { authorize, manifest, access } = await openChannel(context, channelId);
  const state = `${context.workspace.slug}.${channelId}.${randomBytes(32).toString('base64url')}`;
  const verifier = randomBytes(48).toString('base64url');
  const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
  const request = { redirectUrl: redirectUrl(), state, codeChallenge };
  const begun = await askConnector(context, channelId, () =>
    authorize.begin(request, access, context.offers.outbound),
  );
  if (begun.outcome !== 'redirect') return begun;
  await runUnitOfWork(context, async ({ db, audit }) => {
    await replaceSecrets(db, channelId, known(begun.secrets ?? {}, manifest));
    await keepAuthorization(db, { channelId, sessionId, state, verifier });
    audit({ action: 'channels.authorize', subjectType: 'channel', subjectId: channelId });
  });
  return { outcome: 'redirect', url: begun.url };
}

/**
 * The admin comes back: the state is used up whatever happens, the code becomes access, and the account is looked at
 * before anything is kept. Refuses `authorization_unknown` (forged, used, another's), `authorization_expired`,
 * `access_denied`, `other_account`, `account_connected`. @returns the look at the account, or the network's refusal
 */
export async function finishAuthorizing(context: Context, answer: ConsentAnswer): Promise<CheckOutcome> {
  const { channelId, code, error } = answer;
  const verifier = await runUnitOfWork(context, ({ db }) => takeAuthorization(db, answer, context.now()));
  if (verifier === 'unknown') throw conflict('authorization_unknown');
  if (verifier === 'expired') throw conflict('authorization_expired');
  if (error !== undefined || !code) {
    throw conflict(error === 'access_denied' ? 'access_denied' : 'authorization_refused');
  }
  const { authorize, connector, manifest, access } = await openChannel(context, channelId);
  const { outbound } = context.offers;
  const given = { code, redirectUrl: redirectUrl(), codeVerifier: verifier.value };
  const granted = await askConnector(context, channelId, () =>
    authorize.finish(given, access, outbound, context.now()),
  );
  if (granted.outcome !== 'granted') return granted;
  const secrets = known(granted.secrets, manifest);
  const look = await lookWith(context, connector, {
    ...access,
    secrets: { ...access.secrets, ...newest(secrets) },
  });
  // The look first: an account that may not be this channel's takes everything else back.
  await runUnitOfWork(context, async (work) => {
    await recordCheck.run(work, { channelId, outcome: look });
    await replaceSecrets(work.db, channelId, secrets);
    await keepGrant(work.db, channelId, granted satisfies Grant);
    work.emit(channelChanged(channelId));
    work.audit({ action: 'channels.authorized', subjectType: 'channel', subjectId: channelId });
  });
  return look;
}

async function openChannel(context: Context, channelId: string) {
  const { connector } = await findConnecting(context, channelId);
  const access = await getChannelAccess(context.db, channelId);
  const { authorize, manifest } = connector;
  if (!authorize || !access) throw conflict('authorize_unsupported');
  return { authorize, manifest, connector, access };
}

function lookWith(context: Context, connector: Connector, access: ChannelAccess): Promise<CheckOutcome> {
  return askConnector(
    context,
    access.id,
    async (): Promise<CheckOutcome> =>
      (await connector.check?.(access, context.offers.outbound, context.now())) ?? { outcome: 'ok' },
  );
}

/** Only what the manifest names is kept: a network gives more than it was asked for. */
function known(
  secrets: Readonly<Record<string, string>>,
  { secrets: specs }: Connector['manifest'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(secrets).filter(([name]) =>
      specs.some((spec) => spec.name === name && spec.origin === 'granted'),
    ),
  );
}

function newest(secrets: Record<string, string>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name, [value]]));
}
