import type { AttributeValue } from '../contract';

/** What a person typed, in the type the attribute had: numbers, yes and no, lists stay what they are. */
export function parseAttribute(text: string, before: AttributeValue | undefined): AttributeValue {
  const trimmed = text.trim();
  if (typeof before === 'number' && trimmed !== '' && Number.isFinite(Number(trimmed.replace(',', '.')))) {
    return Number(trimmed.replace(',', '.'));
  }
  if (typeof before === 'boolean' && (trimmed === 'true' || trimmed === 'false')) return trimmed === 'true';
  if (Array.isArray(before)) {
    return trimmed
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  }
  return trimmed;
}

/** How a value stands in its field. */
export function attributeText(value: AttributeValue): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** A name people type as the key it is stored under: "Größe (EU)" is `groesse_eu`; empty where nothing is left. */
export function attributeKeyOf(name: string): string {
  return name
    .toLocaleLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 40);
}

/** A key for people: `groesse_eu` is "Groesse eu", `customerSince` is "Customer since". */
export function attributeName(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLocaleLowerCase();
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}
