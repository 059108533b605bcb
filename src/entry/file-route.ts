import type { z } from 'zod';
import { AppError } from '@/kernel/errors';
import type { MemberContext } from '@/platform/context/context';
import { requirePermission } from './execute';
import { parseInput } from './parse-input';
import { authorisedHandler, queryOf, type RouteHandler } from './route';

const MAX_UPLOAD_BYTES = 26_000_000;

export interface UploadEndpoint<Input, Output, RawInput> {
  summary: string;
  permission: string;
  /** Of path and query; the body is the file. */
  input: z.ZodType<Input, RawInput>;
  output: z.ZodType<Output>;
  run(
    context: MemberContext,
    input: Input,
    file: { bytes: Uint8Array; contentType: string },
  ): Promise<Output>;
}

/** A POST whose body is a file as it is. */
export function uploadRoute<Input, Output, RawInput>(
  endpoint: UploadEndpoint<Input, Output, RawInput>,
): RouteHandler {
  const handle = authorisedHandler(async (context, request, params) => {
    requirePermission(context, endpoint.permission);
    const input = parseInput(endpoint.input, { ...queryOf(request), ...params });
    if (Number(request.headers.get('content-length') ?? 0) > MAX_UPLOAD_BYTES) {
      throw new AppError('invalid_input', 'payload_too_large');
    }
    const bytes = await readAtMost(request, MAX_UPLOAD_BYTES);
    const contentType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    return Response.json(await endpoint.run(context, input, { bytes, contentType }), { status: 201 });
  });
  const { summary, permission, input, output } = endpoint;
  return Object.assign(handle, {
    endpoint: { summary, permission, input, output, status: 201, isWrite: true, body: 'file' as const },
  });
}

export interface DownloadEndpoint<Input, RawInput> {
  summary: string;
  permission: string;
  input: z.ZodType<Input, RawInput>;
  run(
    context: MemberContext,
    input: Input,
  ): Promise<{ bytes: Uint8Array; name: string; contentType: string }>;
}

/**
 * A GET that answers a file. Pictures, sound and film are shown, everything else is downloaded; whatever it is, it
 * runs nothing on our address. The query's `workspace` names the workspace for a browser's own `<img>`, which sends
 * no header.
 */
export function downloadRoute<Input, RawInput>(endpoint: DownloadEndpoint<Input, RawInput>): RouteHandler {
  const handle = authorisedHandler(
    async (context, request, params) => {
      requirePermission(context, endpoint.permission);
      const { workspace: _, ...query } = queryOf(request);
      const input = parseInput(endpoint.input, { ...query, ...params });
      const { bytes, name, contentType } = await endpoint.run(context, input);
      const isShown = /^(image|video|audio)\//.test(contentType);
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': contentType,
          'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
        },
      });
    },
    { isWorkspaceInQuery: true },
  );
  const { summary, permission, input } = endpoint;
  return Object.assign(handle, {
    endpoint: {
      summary,
      permission,
      input,
      output: null,
      status: 200,
      isWrite: false,
      answer: 'file' as const,
    },
  });
}

/** Counts while it reads: a length that was not announced must not fill the memory. */
async function readAtMost(request: Request, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) throw new AppError('invalid_input', 'payload_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
