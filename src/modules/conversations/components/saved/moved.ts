/** The same things with one at another place; places outside are the nearest inside. */
export function moved<Thing>(things: readonly Thing[], from: number, to: number): Thing[] {
  const rest = [...things];
  const [thing] = rest.splice(from, 1);
  if (thing === undefined) return rest;
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, thing);
  return rest;
}

/**
 * Where something dragged to a height belongs: behind every other whose middle lies above it.
 * @param y and `middles` in the same pixels; `middles` in order, without the one dragged
 */
export function placeAt(y: number, middles: readonly number[]): number {
  return middles.filter((middle) => middle < y).length;
}
