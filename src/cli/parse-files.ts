import { readFile } from 'node:fs/promises';
import type { Connector } from '@/connectors/contract';
import { describeParse, type ParseDescription } from '@/connectors/contract/describe-parse';
import { createRegistry, OFFICIAL_BASE_URLS } from '@/connectors/registry';
import { CommandRefused } from './command-line';

export interface ParsedFile extends ParseDescription {
  file: string;
}

/**
 * What each file's payload would become on a channel of this network, one after the other; nothing is stored and no
 * database is needed. A file that cannot be read is refused like a payload that makes no sense.
 */
export async function* parseFiles(
  network: string,
  files: readonly string[],
  settings: Record<string, string>,
): AsyncGenerator<ParsedFile> {
  const connector = connectorOf(network);
  for (const file of files) yield { file, ...(await parseFile(connector, file, settings)) };
}

async function parseFile(connector: Connector, file: string, settings: Record<string, string>) {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { outcome: 'refused' as const, reason: code === 'ENOENT' ? 'file_not_found' : 'file_unreadable' };
  }
  const recorded = (await connector.readRecorded?.(bytes)) ?? bytes;
  return describeParse(connector, recorded, new Date(), settings);
}

function connectorOf(network: string): Connector {
  // The Graph API is never asked while parsing; its address is only part of how the registry is made.
  const registry = createRegistry(OFFICIAL_BASE_URLS);
  const connector = registry.get(network);
  if (connector) return connector;
  const known = registry.all().map(({ manifest }) => manifest.network);
  throw new CommandRefused(`There is no connector for "${network}". Known: ${known.join(', ')}.`);
}
