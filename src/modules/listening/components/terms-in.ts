/** Terms as they are written into a box: one a line, or with commas between them; none twice. */
export function termsIn(text: string): string[] {
  return [...new Set(text.split(/[\n,;]/).map((term) => term.trim().replace(/^["“„»]|["“”«]$/g, '')))].filter(
    (term) => term !== '',
  );
}
