/** A place as words and a map: `📍 Name, street (49.2, 7)`, and the address of a map where it is marked. */
export function toPlace(
  { lat, long }: { lat: number; long: number },
  names: readonly (string | null | undefined)[] = [],
): { text: string; mapUrl: string; figures: string } {
  const figures = `${lat}, ${long}`;
  const title = [...new Set(names.filter(Boolean))].join(', ');
  return {
    text: title ? `📍 ${title} (${figures})` : `📍 ${figures}`,
    mapUrl: `https://www.openstreetmap.org/?mlat=${lat}&mlon=${long}`,
    figures,
  };
}
