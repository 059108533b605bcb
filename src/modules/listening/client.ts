import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { conversationKeys } from '@/modules/conversations/client/queries';
import { callApi } from '@/modules/workspaces/client';
import type {
  createQueryInput,
  createRuleInput,
  PreviewView,
  QueryView,
  RuleView,
  SpreadSignal,
  spreadList,
  updateQueryInput,
} from './contract';

const all = (slug: string) => [slug, 'listenings'] as const;

export interface SearchDraft {
  anyOf: readonly string[];
  allOf: readonly string[];
  noneOf: readonly string[];
  networks: readonly string[];
  languages: readonly string[];
}

export function queriesOptions(slug: string) {
  return queryOptions({
    queryKey: [...all(slug), 'queries'] as const,
    queryFn: ({ signal }) => callApi<{ data: QueryView[] }>(slug, 'listening/queries', { signal }),
  });
}

export function rulesOptions(slug: string) {
  return queryOptions({
    queryKey: [...all(slug), 'rules'] as const,
    queryFn: ({ signal }) => callApi<{ data: RuleView[] }>(slug, 'listening/silence-rules', { signal }),
  });
}

export function spreadOptions(slug: string) {
  return queryOptions({
    queryKey: [...all(slug), 'spread'] as const,
    queryFn: ({ signal }) => callApi<z.output<typeof spreadList>>(slug, 'listening/spread', { signal }),
  });
}

/** What a search that is being written would have found; what was shown stays until the next answer is there. */
export function previewOptions(slug: string, draft: SearchDraft) {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(draft)) {
    for (const value of values as readonly string[]) query.append(name, value);
  }
  return queryOptions({
    queryKey: [...all(slug), 'preview', draft] as const,
    queryFn: ({ signal }) => callApi<PreviewView>(slug, `listening/preview?${query}`, { signal }),
    placeholderData: (before) => before,
    enabled: draft.anyOf.length + draft.allOf.length > 0,
  });
}

/** With `queryId` it is changed, without it is new. */
export function useSaveQuery(slug: string) {
  const settle = useSettle(slug);
  return useMutation({
    mutationFn: (query: z.input<typeof createQueryInput> | z.input<typeof updateQueryInput>) => {
      if (!('queryId' in query)) {
        return callApi<QueryView>(slug, 'listening/queries', { method: 'POST', body: query });
      }
      const { queryId, ...body } = query;
      return callApi<QueryView>(slug, `listening/queries/${queryId}`, { method: 'PATCH', body });
    },
    onSettled: settle,
  });
}

export function useDeleteQuery(slug: string) {
  return useMutation({
    mutationFn: ({ queryId }: { queryId: string }) =>
      callApi<void>(slug, `listening/queries/${queryId}`, { method: 'DELETE' }),
    onSettled: useSettle(slug),
  });
}

export function useCreateRule(slug: string) {
  return useMutation({
    mutationFn: (rule: z.input<typeof createRuleInput>) =>
      callApi<RuleView>(slug, 'listening/silence-rules', { method: 'POST', body: rule }),
    onSettled: useSettle(slug),
  });
}

export function useSwitchRule(slug: string) {
  return useMutation({
    mutationFn: ({ silenceRuleId, isActive }: { silenceRuleId: string; isActive: boolean }) =>
      callApi<RuleView>(slug, `listening/silence-rules/${silenceRuleId}`, {
        method: 'PATCH',
        body: { isActive },
      }),
    onSettled: useSettle(slug),
  });
}

export function useReverseRule(slug: string) {
  return useMutation({
    mutationFn: ({ silenceRuleId }: { silenceRuleId: string }) =>
      callApi<{ restored: number }>(slug, `listening/silence-rules/${silenceRuleId}/reversal`, {
        method: 'POST',
      }),
    onSettled: useSettle(slug),
  });
}

export function useDeleteRule(slug: string) {
  return useMutation({
    mutationFn: ({ silenceRuleId }: { silenceRuleId: string }) =>
      callApi<void>(slug, `listening/silence-rules/${silenceRuleId}`, { method: 'DELETE' }),
    onSettled: useSettle(slug),
  });
}

export function useFalseAlarm(slug: string) {
  return useMutation({
    mutationFn: ({ alertId }: { alertId: string }) =>
      callApi<void>(slug, `listening/spread/${alertId}/false-alarm`, { method: 'POST' }),
    onSettled: useSettle(slug),
  });
}

export function useResetWeight(slug: string) {
  return useMutation({
    mutationFn: ({ signal }: { signal: SpreadSignal }) =>
      callApi<void>(slug, `listening/spread/weights/${signal}`, { method: 'DELETE' }),
    onSettled: useSettle(slug),
  });
}

/** What is listened for, and the conversations that moved with it. */
function useSettle(slug: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: all(slug) }),
      client.invalidateQueries({ queryKey: conversationKeys.all(slug) }),
    ]);
}
