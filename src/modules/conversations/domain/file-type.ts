/** Bytes a file of a type begins with, after an offset; types without are taken at their word. */
const signatures: Readonly<Record<string, readonly { at: number; bytes: readonly number[] }[]>> = {
  'image/png': [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] }],
  'image/jpeg': [{ at: 0, bytes: [0xff, 0xd8, 0xff] }],
  'image/gif': [{ at: 0, bytes: [0x47, 0x49, 0x46, 0x38] }],
  'image/webp': [{ at: 8, bytes: [0x57, 0x45, 0x42, 0x50] }],
  'application/pdf': [{ at: 0, bytes: [0x25, 0x50, 0x44, 0x46] }],
  'video/mp4': [{ at: 4, bytes: [0x66, 0x74, 0x79, 0x70] }],
  'audio/mpeg': [
    { at: 0, bytes: [0x49, 0x44, 0x33] },
    { at: 0, bytes: [0xff, 0xfb] },
    { at: 0, bytes: [0xff, 0xf3] },
  ],
  'audio/ogg': [{ at: 0, bytes: [0x4f, 0x67, 0x67, 0x53] }],
  'text/plain': [],
  'text/csv': [],
};

export const MAX_FILE_BYTES = 25_000_000;

/** True where the type is one of ours and the bytes begin like it. */
export function isFileOfType(bytes: Uint8Array, contentType: string): boolean {
  const known = signatures[contentType];
  if (!known) return false;
  return (
    known.length === 0 ||
    known.some(({ at, bytes: expected }) => expected.every((byte, index) => bytes[at + index] === byte))
  );
}
