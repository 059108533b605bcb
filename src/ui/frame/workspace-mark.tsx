/** The workspace's first letter on petrol. */
export function WorkspaceMark({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-6 shrink-0 place-items-center rounded-[7px] bg-accent font-serif text-small font-semibold leading-none text-accent-ink"
    >
      {Array.from(name.trim())[0]?.toLocaleUpperCase() ?? '·'}
    </span>
  );
}
