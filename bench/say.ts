/** To the person who waits; the figures alone go to standard output. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

let lastSaid = '';

/** @param share 0–1 */
export function sayProgress(share: number, label: string): void {
  const text = `  ${Math.floor(share * 20) * 5} % ${label}`;
  if (text !== lastSaid) say(text);
  lastSaid = text;
}
