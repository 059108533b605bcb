import type { ReactNode } from 'react';
import { ErrorState } from './error-state';
import { ListSkeleton } from './skeleton';

export interface ListStatesProps<Item> {
  /** As a query gives it; rows that were loaded once stay when asking again fails. */
  query: {
    data: readonly Item[] | undefined;
    error: Error | null;
    refetch: () => unknown;
    isFetching: boolean;
  };
  words: { failed: string; why: (error: Error) => string; retry: string; loading: string };
  empty: ReactNode;
  children: (items: readonly Item[]) => ReactNode;
}

/** The four states of a list that is asked for: what failed, loading, empty, full. */
export function ListStates<Item>({ query, words, empty, children }: ListStatesProps<Item>) {
  const { data, error, refetch, isFetching } = query;
  if (!data && error) {
    return (
      <ErrorState
        title={words.failed}
        text={words.why(error)}
        retryLabel={words.retry}
        onRetry={() => void refetch()}
        busy={isFetching}
      />
    );
  }
  if (!data) return <ListSkeleton label={words.loading} rows={5} />;
  return data.length === 0 ? empty : children(data);
}
