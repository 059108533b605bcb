import Link from 'next/link';
import type { ComponentProps } from 'react';

/** A link inside text: petrol, underlined when pointed at or reached, always told from its surroundings. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={`rounded-r1 text-accent underline decoration-accent-line underline-offset-2 hover:decoration-accent ${className ?? ''}`}
    />
  );
}
