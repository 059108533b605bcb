import type { OutboundAttachment } from '../contract';

/**
 * A form with one file as bytes and the content type that names its boundary, for networks that take files so.
 * @param field the file's name in the form
 */
export async function encodeMultipart(
  fields: Readonly<Record<string, string>>,
  field: string,
  file: OutboundAttachment,
): Promise<{ contentType: string; body: Uint8Array }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set(field, new Blob([new Uint8Array(await file.read())], { type: file.contentType }), file.name);
  const encoded = new Response(form);
  return {
    contentType: encoded.headers.get('content-type') ?? 'multipart/form-data',
    body: new Uint8Array(await encoded.arrayBuffer()),
  };
}
