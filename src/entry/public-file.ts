import { notFound } from '@/kernel/errors';
import { newId, type WorkspaceId } from '@/kernel/ids';
import type { TenantContext } from '@/platform/context/context';
import { openDownload } from '@/platform/files/download-link';
import { problemResponse } from './problem';
import { systemContext } from './system-context';

export type FindFile = (
  context: TenantContext<null>,
  file: { attachmentId: string },
) => Promise<{ bytes: Uint8Array; name: string; contentType: string }>;

/**
 * The door of signed download addresses, for whoever we sent one: a network or an integrator fetching what a reply
 * carries. Answers the file as a download; a wrong, changed or expired address is not found, whatever is wrong with it.
 */
export function publicFileDoor(findFile: FindFile) {
  return async (_: Request, route: { params: Promise<Record<string, string>> }): Promise<Response> => {
    const requestId = newId();
    try {
      const { token = '' } = await route.params;
      const named = openDownload(token, new Date());
      if (!named) throw notFound('attachment_not_found');
      // We signed this workspace and file ourselves: it is the proof (tenancy lock 1).
      const context = await systemContext(named.workspaceId as WorkspaceId, requestId);
      const { bytes, name, contentType } = await findFile(context, { attachmentId: named.fileId });
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': contentType,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, no-store',
        },
      });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}
