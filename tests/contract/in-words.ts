import type { InboundEvent, ParsedInbound } from '@/connectors/contract';

/** What a parser made of a body, as the tables of meanings say it: `type kind who text`, or why it is left aside. */
export function inWords(parsed: ParsedInbound): string {
  if (parsed.outcome !== 'messages') return `${parsed.outcome} ${parsed.reason}`;
  return parsed.events.map(eventInWords).join(' + ');
}

function eventInWords(event: InboundEvent): string {
  if (!('kind' in event)) return event.type;
  const who = event.isOwn ? 'own' : (event.author?.name ?? 'unnamed');
  return `${event.type} ${event.kind} ${who} "${event.text}"`;
}
