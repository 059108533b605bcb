import type { FieldError } from '@/kernel/errors';
import type { WidgetAppearance } from '@/kernel/visitor-chat';

/** Of a network whose people write through a door of ours (`api/chat`), from a widget on the brand's own pages. */
export interface WidgetContract {
  /** What the widget shows and the origins it may stand on; null where the settings do not say. */
  readSettings(
    settings: Readonly<Record<string, unknown>>,
  ): { allowedOrigins: readonly string[]; appearance: WidgetAppearance } | null;
  /** What is stored of a visitor's post, once by its external id; never throws. */
  toDelivery(
    post: Uint8Array,
    visitorId: string,
    now: Date,
  ): { ok: true; externalId: string; body: Uint8Array } | { ok: false; fields: readonly FieldError[] };
}
