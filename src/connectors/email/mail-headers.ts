import type { AddressObject, ParsedMail } from 'mailparser';
import { toStorable } from '../contract/read-json';

/** The first header of that name (lower case), unfolded; undefined where there is none. */
export function headerOf(mail: Pick<ParsedMail, 'headerLines'>, name: string): string | undefined {
  const found = mail.headerLines.find(({ key }) => key === name);
  return found?.line
    .slice(found.line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim();
}

/** Addresses in lower case, groups left out, at most 200. */
export function addressesOf(
  header: AddressObject | AddressObject[] | undefined,
): { address: string; name: string }[] {
  const listed = header === undefined ? [] : Array.isArray(header) ? header : [header];
  return listed
    .flatMap(({ value }) => value.slice(0, 200))
    .filter(({ address = '' }) => /^[^\s<>@,;]{1,64}@[^\s<>@,;]{1,255}$/.test(address))
    .slice(0, 200)
    .map(({ address = '', name }) => ({
      address: toStorable(address.toLowerCase()),
      name: toStorable(name.replace(/\s+/g, ' ').trim().slice(0, 200)),
    }));
}
