import { LinkButton } from '@/ui/link-button';

export interface PageLinksProps {
  /** The address without a cursor. */
  base: string;
  nextCursor: string | null;
  isFirst: boolean;
  olderLabel: string;
  newestLabel: string;
}

/** Back in time, a page at a time, and to the newest. */
export function PageLinks({ base, nextCursor, isFirst, olderLabel, newestLabel }: PageLinksProps) {
  if (isFirst && !nextCursor) return null;
  const older = `${base}${base.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(nextCursor ?? '')}`;
  return (
    <div className="flex flex-wrap justify-center gap-2">
      {isFirst ? null : <LinkButton href={base}>{newestLabel}</LinkButton>}
      {nextCursor ? <LinkButton href={older}>{olderLabel}</LinkButton> : null}
    </div>
  );
}
