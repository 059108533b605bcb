import { AppError } from '@/kernel/errors';

/**
 * A request's body, read no further than `most` bytes whatever its sender declared or kept silent about.
 * @throws body_too_large
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const declared = request.headers.get('content-length');
  // The HTTP parser holds a sender to the length declared.
  if (declared !== null && Number(declared) <= most) return new Uint8Array(await request.arrayBuffer());
  if (declared !== null) throw new AppError('invalid_input', 'body_too_large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > most) throw new AppError('invalid_input', 'body_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
