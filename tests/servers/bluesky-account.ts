/** Somebody on the network, with a client of their own. */
export interface Account {
  did: string;
  handle: string;
  call<T>(nsid: string, body?: object): Promise<T>;
  post(text: string, extra?: object): Promise<{ uri: string; cid: string }>;
}

/** A new account; its handle ends in `.test`, as those of this network do. */
export async function signUp(pdsUrl: string, name: string): Promise<Account> {
  const request = async <T>(nsid: string, body?: object, token?: string): Promise<T> => {
    const answer = await fetch(`${pdsUrl}/xrpc/${nsid}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${nsid}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const handle = `${name}.test`;
  const account = { handle, email: `${name}@example.org`, password: `${name}-password` };
  const { did, accessJwt } = await request<{ did: string; accessJwt: string }>(
    'com.atproto.server.createAccount',
    account,
  );
  const call: Account['call'] = (nsid, body) => request(nsid, body, accessJwt);
  const post: Account['post'] = (text, extra = {}) => {
    const record = {
      $type: 'app.bsky.feed.post',
      text,
      createdAt: new Date().toISOString(),
      langs: ['de'],
      ...extra,
    };
    return call('com.atproto.repo.createRecord', { repo: did, collection: 'app.bsky.feed.post', record });
  };
  return { did, handle, call, post };
}

/** What makes the `@handle` of a text a mention of this account. */
export const mentionOf = ({ did, handle }: Account, text: string) => ({
  facets: [
    {
      index: { byteStart: text.indexOf('@'), byteEnd: text.indexOf('@') + handle.length + 1 },
      features: [{ $type: 'app.bsky.richtext.facet#mention', did }],
    },
  ],
});
