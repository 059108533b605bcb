import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody the provider knows; what is typed as "login" on its page is the key, the password is anything. */
export interface OidcPerson {
  email: string;
  emailVerified: boolean;
  name: string;
}

export interface OidcStandIn {
  /** For OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  close(): Promise<void>;
}

/**
 * A real OpenID provider on a loopback port, with its own pages for sign-in and consent: discovery, code flow, PKCE.
 * @param appUrl where the application lies; its callback is the only one allowed
 */
export async function startOidcProvider(
  appUrl: string,
  people: Readonly<Record<string, OidcPerson>>,
  port = 0,
  redirectPath = '/api/auth/callback/oidc',
): Promise<OidcStandIn> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'rapport', clientSecret: randomBytes(24).toString('base64url') };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${appUrl}${redirectPath}`],
      },
    ],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => {
        const person = people[id];
        return { sub: id, email: person?.email, email_verified: person?.emailVerified, name: person?.name };
      },
    }),
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    issuer,
    ...client,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
