import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writePrivate } from '../private-file';
import type { ProcessMark } from '../processes';

/** What is kept beside a cluster between two runs; `server` is who served it last. */
export interface ClusterState {
  port: number | undefined;
  superuserPassword: string;
  ownerPassword: string;
  appPassword: string;
  server: ProcessMark | undefined;
}

export interface ClusterUrls {
  ownerUrl: string;
  appUrl: string;
  superuserUrl: string;
}

const fileName = 'postgres.json';

export function readState(dir: string): ClusterState | undefined {
  return readJson<ClusterState>(join(dir, fileName));
}

export function writeState(dir: string, state: ClusterState): void {
  writePrivate(join(dir, fileName), JSON.stringify(state, null, 2));
}

export function newState(): ClusterState {
  const password = () => randomBytes(24).toString('base64url');
  return {
    port: undefined,
    superuserPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
    server: undefined,
  };
}

export function urlsOf(state: ClusterState, port: number): ClusterUrls {
  const url = (user: string, password: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/rapport`;
  return {
    ownerUrl: url('rapport_owner', state.ownerPassword),
    appUrl: url('rapport_app', state.appPassword),
    superuserUrl: url('rapport_admin', state.superuserPassword),
  };
}
