const colours: readonly string[] = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];

/** The dot of a tag; its colour is never the only thing that tells it from others. */
export function TagDot({ color }: { color: string }) {
  const known = colours.includes(color) ? color : 'c1';
  return (
    <span
      aria-hidden="true"
      className="size-2 shrink-0 rounded-full"
      style={{ background: `var(--${known})` }}
    />
  );
}
