'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { ConnectorOffer } from '@/modules/channels/contract';

/** Decimals that a price of a fraction of a cent still needs. */
const DECIMALS = 4;

/** What the network charges for each call; nothing where it charges for none. */
export function CallCosts({ costs }: Pick<ConnectorOffer, 'costs'>) {
  const t = useTranslations('channels.new');
  const words = useTranslations('channels.costs');
  const format = useFormatter();
  if (costs.length === 0) return null;
  return (
    <section aria-labelledby="costs" className="rounded-r3 border border-line bg-surface p-4">
      <h2 id="costs" className="text-body font-semibold">
        {t('costs')}
      </h2>
      <p className="mt-1 max-w-2xl text-small text-ink-2">{t('costsText')}</p>
      <table className="num mt-3 w-full max-w-md text-small">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('costsWhat')}</th>
            <th scope="col">{t('costsEach')}</th>
          </tr>
        </thead>
        <tbody>
          {costs.map(({ what, amount, currency }) => (
            <tr key={what} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {words.has(what as never) ? words(what as never) : what}
              </th>
              <td className="py-1.5 text-right font-medium whitespace-nowrap">
                {format.number(amount, {
                  style: 'currency',
                  currency,
                  minimumFractionDigits: 3,
                  maximumFractionDigits: DECIMALS,
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
