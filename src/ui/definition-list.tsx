import type { ReactNode } from 'react';

export interface Definition {
  id: string;
  term: string;
  value: ReactNode;
  /** A quieter addition: "± 90". */
  doubt?: ReactNode;
}

export interface DefinitionListProps {
  items: readonly Definition[];
  /** `figures`: two columns of numbers under their names; `lines`: name at the left, value at the right. */
  layout?: 'figures' | 'lines';
}

/** What is known about somebody or something. */
export function DefinitionList({ items, layout = 'lines' }: DefinitionListProps) {
  const figures = layout === 'figures';
  return (
    <dl className={figures ? 'grid grid-cols-2 gap-x-3.5 gap-y-3' : 'flex flex-col gap-2'}>
      {items.map((item) => (
        <div key={item.id} className={figures ? 'min-w-0' : 'flex min-w-0 items-baseline gap-3'}>
          <dt className={`text-meta font-medium text-ink-3 ${figures ? '' : 'w-28 shrink-0'}`}>
            {item.term}
          </dt>
          <dd className={`min-w-0 ${figures ? 'num font-semibold' : 'flex-1'}`}>
            {item.value}
            {item.doubt ? <span className="ml-1 text-meta font-normal text-ink-3">{item.doubt}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
