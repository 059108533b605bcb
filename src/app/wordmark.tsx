import Link from 'next/link';
import { WorkspaceMark } from '@/ui/frame/workspace-mark';

/** The name, on the way home. */
export function Wordmark() {
  return (
    <Link
      href="/"
      className="inline-flex items-center gap-2.5 rounded-r2 font-serif text-heading font-semibold text-ink"
    >
      <WorkspaceMark name="R" />
      Rapport
    </Link>
  );
}
