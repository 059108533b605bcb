import type { WorkspaceId } from '@/kernel/ids';
import { env } from '@/platform/env';
import { diskFiles } from './disk';
import type { Files } from './file-store';
import { s3Files } from './s3';

let made: Files | undefined;

/** The one door to files: S3 where it is configured, else the data folder. */
export function files(): Files {
  const { DATA_DIR, S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  made ??=
    S3_ENDPOINT && S3_BUCKET && S3_REGION && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? s3Files({
          endpoint: S3_ENDPOINT,
          bucket: S3_BUCKET,
          region: S3_REGION,
          accessKeyId: S3_ACCESS_KEY_ID,
          secretAccessKey: S3_SECRET_ACCESS_KEY,
        })
      : diskFiles(DATA_DIR);
  return made;
}

/** The key of a workspace's file; both parts are ids of ours, so that no name a person gave becomes a path. */
export function fileKey(workspaceId: WorkspaceId, fileId: string): string {
  return `files/${workspaceId}/${fileId}`;
}
