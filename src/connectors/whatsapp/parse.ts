import type { Connector, ParsedInbound } from '../contract';
import { keepFetched } from '../contract/fetched-files';
import { type Part, readEntries } from '../contract/meta/entries';
import { ignored, metaId, refusedWithout } from '../contract/meta/part';
import { isRecord, readJson } from '../contract/read-json';
import { parseMessage, readContacts } from './parse-message';
import { parseStatus } from './parse-status';

/** More than Meta ever sends in one change. */
const MAX_ITEMS = 2000;

/** Fields that tell of the account, a number or a template, and hold no message. */
const ACCOUNT_FIELDS = new Set([
  'account_alerts',
  'account_review_update',
  'account_update',
  'business_capability_update',
  'business_username_update',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'template_category_update',
]);

/** Reads one delivery. Unknown keys are let pass (Meta adds fields), the ones used are checked. */
export const parseWhatsappDelivery: Connector['parseInbound'] = (body, channel) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  return keepFetched(json, readDelivery(json, channel.settings.phoneNumberId));
};

/** As it came: every file by its id, fetched or not. */
export function readDelivery(json: Record<string, unknown>, phoneNumberId: unknown): ParsedInbound {
  if (typeof json.object === 'string' && json.object !== 'whatsapp_business_account')
    return { outcome: 'ignored', reason: 'other_object' };
  if (!Array.isArray(json.entry))
    return {
      outcome: 'refused',
      reason: 'invalid_delivery',
      fields: [{ path: 'entry', reason: 'required' }],
    };
  const ours = typeof phoneNumberId === 'string' ? phoneNumberId : null;
  return readEntries(json.entry, (entry, path) => {
    if (!isRecord(entry) || !Array.isArray(entry.changes))
      return [{ path, result: refusedWithout(isRecord(entry) ? 'changes' : '') }];
    return entry.changes.flatMap((change, index) => readChange(change, `${path}.changes.${index}`, ours));
  });
}

function readChange(change: unknown, path: string, ours: string | null): Part[] {
  if (!isRecord(change) || typeof change.field !== 'string')
    return [{ path, result: refusedWithout('field') }];
  const { field, value } = change;
  if (ACCOUNT_FIELDS.has(field)) return [{ path, result: ignored('account_notice') }];
  if (field === 'user_id_update') return [{ path, result: ignored('system_event') }];
  if (field !== 'messages' && field !== 'smb_message_echoes')
    return [{ path, result: ignored('unknown_field') }];
  if (!isRecord(value)) return [{ path, result: refusedWithout('value') }];
  const given = isRecord(value.metadata) ? value.metadata.phone_number_id : undefined;
  const phoneNumberId = metaId.safeParse(given).data;
  if (phoneNumberId === undefined)
    return [{ path, result: refusedWithout('value.metadata.phone_number_id') }];
  if (ours !== null && phoneNumberId !== ours) return [{ path, result: ignored('other_number') }];
  return readItems(value, `${path}.value`, phoneNumberId);
}

function readItems(value: Record<string, unknown>, path: string, phoneNumberId: string): Part[] {
  const contacts = readContacts(value.contacts);
  const itemsOf = (name: string): unknown[] => (Array.isArray(value[name]) ? value[name] : []);
  const [messages, echoes, statuses] = [itemsOf('messages'), itemsOf('message_echoes'), itemsOf('statuses')];
  if (messages.length + echoes.length + statuses.length > MAX_ITEMS)
    return [{ path, result: { outcome: 'refused', reason: 'too_many_entries' } }];
  const parts = [
    ...messages.map((raw, index) => ({
      path: `${path}.messages.${index}`,
      result: parseMessage(raw, { contacts, phoneNumberId, isOwn: false }),
    })),
    ...echoes.map((raw, index) => ({
      path: `${path}.message_echoes.${index}`,
      result: parseMessage(raw, { contacts, phoneNumberId, isOwn: true }),
    })),
    ...statuses.map((raw, index) => ({ path: `${path}.statuses.${index}`, result: parseStatus(raw) })),
  ];
  if (parts.length > 0) return parts;
  return [{ path, result: ignored(Array.isArray(value.errors) ? 'account_notice' : 'unknown_event') }];
}
