/** Twelve hues far enough apart to tell people from one another; all carry white letters at 4.5:1. */
const hues = [190, 25, 60, 140, 230, 285, 330, 100, 320, 255, 165, 355] as const;

/** A stable number of 32 bits from any string (FNV-1a). */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  // FNV alone is uneven on ids that differ only at the end; these steps (murmur3's last) mix every bit into every other.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hue (degrees, OKLCH) a person keeps everywhere, from their id. */
export function hueOf(id: string): number {
  return hues[digest(id) % hues.length] ?? hues[0];
}

/**
 * One or two capitals for a name: first and last word, or the first letter; emoji, brackets and `@` are passed over.
 * Empty names give `?`.
 */
export function initialsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s&_./-]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '');
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => (word === undefined ? '' : (Array.from(word)[0] ?? '')))
    .join('')
    .toLocaleUpperCase();
}
