import { TagDot } from '@/modules/contacts/components/tags/tag-dot';
import { Chip } from '@/ui/chip';
import type { ConversationSummary } from '../../contract';

export function TagChip({
  tag,
  small = true,
}: {
  tag: ConversationSummary['tags'][number];
  small?: boolean;
}) {
  return (
    <Chip small={small} icon={<TagDot color={tag.color} />}>
      {tag.name}
    </Chip>
  );
}
