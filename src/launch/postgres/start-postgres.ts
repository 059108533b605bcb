import { join, resolve } from 'node:path';
import { freePort, isPortFree } from '../ports';
import { hold, otherHolders, release, withLock } from '../private-file';
import type { ProcessMark } from '../processes';
import { serverAccount } from './account';
import { serverBinaries } from './binaries';
import {
  type Cluster,
  clearStalePid,
  findServer,
  initialise,
  launch,
  openFolder,
  stopServer,
} from './cluster';
import { type ClusterState, type ClusterUrls, newState, readState, urlsOf, writeState } from './credentials';
import { ensureRoles } from './roles';
import { serverSettings } from './settings';

export interface StartOptions {
  /** The cluster's own folder; as root it is handed to the user PostgreSQL runs as. */
  dir: string;
  /** False only for throw-away data: no fsync, fast, lost in a power cut. */
  durable?: boolean;
  /** Settings beyond or instead of the usual, by their PostgreSQL names. */
  settings?: Record<string, string>;
}

export interface RunningPostgres extends ClusterUrls {
  port: number;
  server: ProcessMark;
  /** True when it was running already, left behind or shared with another process. */
  adopted: boolean;
  /** Shuts the server down; leaves it running (false) while another process uses it. */
  stop(): Promise<boolean>;
}

/** The folder cannot be entered by the user PostgreSQL must run as. */
export class FolderClosed extends Error {}

/**
 * Starts PostgreSQL on a folder, creating cluster, roles and database the first time, or adopts the server that is
 * running there. Rejects with FolderClosed when root's unprivileged user cannot enter the folder.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const dir = resolve(options.dir);
  const account = serverAccount();
  if (!openFolder(dir, account))
    throw new FolderClosed(`${dir} cannot be entered by the user ${account?.name}`);
  const holders = join(dir, 'holders');
  const started = await withLock(join(dir, 'starting.lock'), async () => {
    const result =
      (await adopt(dir)) ??
      (await startNew({ dir, account, binaries: serverBinaries(account).folder }, options));
    hold(holders);
    return result;
  });
  const stop = () =>
    withLock(join(dir, 'starting.lock'), async () => {
      release(holders);
      if (otherHolders(holders) > 0) return false;
      await stopServer(started.server);
      return true;
    });
  return { ...started, stop };
}

type Started = Omit<RunningPostgres, 'stop'>;

async function adopt(dir: string): Promise<Started | undefined> {
  const state = readState(dir);
  const server = findServer(dir);
  if (!server) return undefined;
  try {
    if (!state) throw new Error('its passwords are not known');
    await ensureRoles(state, server.port);
    return { ...urlsOf(state, server.port), port: server.port, server, adopted: true };
  } catch {
    // Left behind half started, or shutting down: stop it, start anew.
    await stopServer(server);
    return undefined;
  }
}

async function startNew(cluster: Cluster, options: StartOptions): Promise<Started> {
  const state = readState(cluster.dir) ?? newState();
  writeState(cluster.dir, state);
  await initialise(cluster, state.superuserPassword);
  clearStalePid(cluster.dir);
  const settings = { ...serverSettings(options.durable ?? true), ...options.settings };
  const { port, server } = await launchOnFreePort(cluster, state, settings);
  writeState(cluster.dir, { ...state, port, server });
  try {
    await ensureRoles(state, port);
  } catch (error) {
    await stopServer(server);
    throw new Error(`${cluster.dir}/postgres.json does not fit the data beside it: ${String(error)}`, {
      cause: error,
    });
  }
  return { ...urlsOf(state, port), port, server, adopted: false };
}

/** The port of last time if it is still free; another program may take a port between our look and the server's. */
async function launchOnFreePort(cluster: Cluster, state: ClusterState, settings: Record<string, string>) {
  const isOldFree = state.port !== undefined && (await isPortFree(state.port, '127.0.0.1'));
  let port = isOldFree && state.port !== undefined ? state.port : await freePort();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { port, server: await launch(cluster, port, settings) };
    } catch (error) {
      if (attempt === 3 || !String(error).includes('Address already in use')) throw error;
      port = await freePort();
    }
  }
}

/** Addresses of the server that runs on this folder, or undefined; starts nothing. */
export function findRunningPostgres(dir: string): ClusterUrls | undefined {
  const state = readState(resolve(dir));
  const server = findServer(resolve(dir));
  return state && server?.isReady ? urlsOf(state, server.port) : undefined;
}
