import type { RoutingRuleView } from '@/modules/channels/contract/routing';

/** A rule while it is being written. */
export type RuleDraft = Pick<RoutingRuleView, 'name' | 'condition' | 'teamId' | 'assign' | 'loadCap'>;
