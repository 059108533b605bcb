import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';
import { checkAccess, readUrl, refuse } from './meta-refusals';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface WhatsappWorld {
  phoneNumberId: string;
  token: string;
  appSecret: string;
  /** People by number or by the id that stands for them, and when they last wrote. */
  people: Readonly<Record<string, Date>>;
  /** Approved templates: how many values each takes. */
  templates: Readonly<Record<string, number>>;
  /** Files by media id. */
  media: Readonly<Record<string, string>>;
  scopes: readonly string[];
}

export interface WhatsappStandIn {
  /** To give as `graphBaseUrl`. */
  url: string;
  calls: ReceivedRequest[];
  accepted: Record<string, unknown>[];
  failNext(answer: Answer): void;
  close(): Promise<void>;
}

type Body = Record<string, unknown>;

function checkTemplate(world: WhatsappWorld, template: Body): Answer | null {
  const wanted = world.templates[String(template.name)];
  if (wanted === undefined) return refuse(132001, 'Template name does not exist in the translation', 404);
  const components = (template.components ?? []) as { parameters: unknown[] }[];
  return (components[0]?.parameters.length ?? 0) === wanted
    ? null
    : refuse(132000, 'Number of parameters does not match the expected number of params');
}

function checkMessage(world: WhatsappWorld, body: Body): Answer | null {
  if (body.messaging_product !== 'whatsapp')
    return refuse(100, 'The parameter messaging_product is required');
  const since = world.people[String(body.to ?? body.recipient).replace(/^\+/, '')];
  if (since === undefined) return refuse(131026, 'Message undeliverable');
  if (body.type === 'template') return checkTemplate(world, body.template as Body);
  // Meta tells this in a status as well; the answer is the harder case.
  if (Date.now() - since.getTime() > DAY_MS) return refuse(131047, 'Re-engagement message');
  const text = (body.text as { body?: string } | undefined)?.body ?? '';
  if (body.type === 'text' && (text === '' || text.length > 4096))
    return refuse(100, 'Param text[body] must be 1 to 4096 characters long');
  const file = body[String(body.type)] as { id?: string; caption?: string } | undefined;
  if (body.type !== 'text' && file?.id !== 'uploaded-1') return refuse(131053, 'Media upload error');
  return (file?.caption ?? '').length > 1024
    ? refuse(100, 'Param caption must be at most 1024 characters long')
    : null;
}

/** A Cloud API that refuses what Meta documents: access, unknown people, the window, templates, lengths. */
export async function startWhatsapp(world: WhatsappWorld): Promise<WhatsappStandIn> {
  const calls: ReceivedRequest[] = [];
  const accepted: Body[] = [];
  let failing: Answer | null = null;

  const read = (path: string, query: URLSearchParams, base: string): Answer => {
    if (path === 'debug_token') {
      if (query.get('input_token') !== world.token)
        return refuse(100, 'The access token could not be decrypted');
      return {
        status: 200,
        body: {
          data: {
            is_valid: true,
            expires_at: 0,
            data_access_expires_at: 1_900_000_000,
            scopes: world.scopes,
          },
        },
      };
    }
    if (path === world.phoneNumberId)
      return { status: 200, body: { id: path, display_phone_number: '+49 123', verified_name: 'Nordlicht' } };
    if (path in world.media)
      return { status: 200, body: { id: path, url: `${base}/file/${path}`, mime_type: 'image/jpeg' } };
    return refuse(100, `Object with ID '${path}' does not exist`);
  };

  const server = await startLocalServer((request) => {
    calls.push(request);
    if (failing !== null) {
      const answer = failing;
      failing = null;
      return answer;
    }
    const { path, query } = readUrl(request.url);
    if (path.startsWith('file/')) {
      const isOurs = request.headers.authorization === `Bearer ${world.token}`;
      return isOurs ? { status: 200, body: world.media[path.slice(5)] } : { status: 401 };
    }
    const refused = checkAccess(request, world);
    if (refused !== null) return refused;
    if (request.method === 'GET') return read(path, query, server.url);
    if (path === `${world.phoneNumberId}/media`) return { status: 200, body: { id: 'uploaded-1' } };
    if (path !== `${world.phoneNumberId}/messages`) return refuse(2500, 'Unknown path components');
    const { appsecret_proof: _, ...body } = JSON.parse(request.body) as Body;
    const wrong = checkMessage(world, body);
    if (wrong !== null) return wrong;
    accepted.push(body);
    return { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id: 'wamid.sent' }] } };
  });
  return { url: server.url, calls, accepted, failNext: (answer) => (failing = answer), close: server.close };
}
