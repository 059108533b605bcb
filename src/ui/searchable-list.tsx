import Search from 'lucide-react/icons/search';
import { type ReactNode, useState } from 'react';
import { icon } from './icon';
import { TextField } from './text-field';

export interface SearchableListProps<Item extends { id: string }> {
  items: readonly Item[];
  /** More than this many are worth a search. */
  searchedFrom: number;
  /** `query` is trimmed; an empty one matches everything. */
  matches: (item: Item, query: string) => boolean;
  label: string;
  searchLabel: string;
  noneFound: (query: string) => string;
  children: (item: Item) => ReactNode;
}

/** Rows in one frame; where they are many, with a search that says when it finds none. */
export function SearchableList<Item extends { id: string }>(props: SearchableListProps<Item>) {
  const { items, searchedFrom, matches, label, searchLabel, noneFound, children } = props;
  const [typed, setTyped] = useState('');
  const query = typed.trim();
  const found = items.filter((item) => matches(item, query));
  return (
    <div className="flex flex-col gap-3">
      {items.length > searchedFrom ? (
        <TextField
          type="search"
          aria-label={searchLabel}
          placeholder={searchLabel}
          leading={<Search {...icon} />}
          value={typed}
          onValueChange={(value) => setTyped(value)}
          className="sm:max-w-80"
        />
      ) : null}
      <p role="status" className={found.length === 0 ? 'py-8 text-center text-ink-2' : 'sr-only'}>
        {found.length === 0 ? noneFound(query) : null}
      </p>
      {found.length > 0 ? (
        <ul aria-label={label} className="overflow-hidden rounded-r3 border border-line bg-surface">
          {found.map((item) => (
            <li key={item.id} className="border-b border-line last:border-b-0">
              {children(item)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
