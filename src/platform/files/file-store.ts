/** Where files lie: a folder or an S3-compatible server. Keys carry the workspace (tenancy lock 4). */
export interface Files {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Null where nothing lies under that key. */
  get(key: string): Promise<Uint8Array | null>;
  remove(key: string): Promise<void>;
}
