/** Props every lucide icon gets here: `<Inbox {...icon} />`. Icons are imported one by one from `lucide-react/icons/<name>`. */
export const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The same for chips and other 12 px lines. */
export const iconSmall = { size: 13, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** For empty and error states. */
export const iconLarge = { size: 24, strokeWidth: 1.5, 'aria-hidden': true } as const;
