import type { MemberSummary } from '@/modules/workspaces/contract';
import { MemberRow } from './member-row';

export interface MemberListProps {
  slug: string;
  members: readonly MemberSummary[];
  ownId: string;
  /** May change roles and remove. */
  isInCharge: boolean;
}

export function MemberList({ slug, members, ownId, isInCharge }: MemberListProps) {
  return (
    <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
      {members.map((member) => (
        <li key={member.id} className="border-b border-line last:border-b-0">
          <MemberRow slug={slug} member={member} isSelf={member.id === ownId} isInCharge={isInCharge} />
        </li>
      ))}
    </ul>
  );
}
