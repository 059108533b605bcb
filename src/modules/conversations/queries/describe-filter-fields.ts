import { describeFields } from '@/modules/predicates/catalogue';
import type { FieldDescription } from '@/modules/predicates/contract';
import type { MemberContext } from '@/platform/context/context';

/** What the list's conditions may be about, in the order the modules offer it, for the filter builder. */
export function describeFilterFields({ offers }: MemberContext): FieldDescription[] {
  return [...describeFields(offers.catalogueFor('conversation')).values()];
}
