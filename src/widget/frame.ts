import type { WidgetAppearance } from '@/kernel/visitor-chat';
import type { Locale } from '@/kernel/vocabulary';
import { inkOn } from './accent';
import { element, icon, icons, setAttributes } from './element';
import { style } from './style';
import { fill, type Words } from './words';

export interface FrameProps {
  words: Words;
  language: Locale;
  appearance: WidgetAppearance;
  log: HTMLElement;
  form: HTMLElement;
  onOpen: () => void;
  onClose: () => void;
}

/** The button in the corner and the dialog it opens; the page below stays usable, so the dialog is not modal. */
export function createFrame({ words, language, appearance, log, form, onOpen, onClose }: FrameProps) {
  const { place, launcher, badge, panel, close, status, banner, hello } = draw(
    words,
    language,
    appearance,
    log,
    form,
  );
  document.body.append(hostOf(place, appearance.accentColor));

  const open = () => {
    panel.hidden = false;
    setAttributes(launcher, { 'aria-expanded': 'true' });
    onOpen();
  };
  const shut = () => {
    panel.hidden = true;
    setAttributes(launcher, { 'aria-expanded': 'false' });
    launcher.focus();
    onClose();
  };
  launcher.addEventListener('click', () => (panel.hidden ? open() : shut()));
  close.addEventListener('click', shut);
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel.hidden) return;
    event.stopPropagation();
    shut();
  });

  return {
    isOpen: () => !panel.hidden,
    render: (state: { isOpen: boolean; isLost: boolean; unread: number; isEmpty: boolean }) => {
      const { greeting, offline } = appearance;
      const away = offline[language] ?? words.offlineText;
      setText(status, state.isOpen ? words.online : words.offline);
      setText(banner, state.isLost ? words.reconnecting : '');
      setText(hello, state.isOpen ? (greeting[language] ?? words.greeting) : away);
      hello.hidden = state.isOpen && !state.isEmpty;
      badge.hidden = state.unread === 0;
      setText(badge, String(state.unread));
      const label = state.unread === 0 ? words.open : fill(words.openUnread, { count: state.unread });
      setAttributes(launcher, { 'aria-label': panel.hidden ? label : words.close });
    },
  };
}

function draw(
  words: Words,
  language: Locale,
  { title }: WidgetAppearance,
  log: HTMLElement,
  form: HTMLElement,
) {
  const badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
  const opens = { 'aria-haspopup': 'dialog', 'aria-expanded': 'false' };
  const launcher = element(
    'button',
    { type: 'button', class: 'launcher', ...opens },
    icon(icons.chat),
    badge,
  );
  const status = element('p');
  const close = element('button', { type: 'button', 'aria-label': words.close }, icon(icons.close));
  const heading = element('div', {}, element('h2', { id: 'title' }, title), status);
  const banner = element('p', { class: 'banner', role: 'status' });
  const hello = element('p', { class: 'hello' });
  log.prepend(hello);
  const panel = element(
    'div',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: true },
    element('header', {}, heading, close),
    banner,
    log,
    form,
  );
  const place = element('section', { 'aria-label': title, lang: language }, panel, launcher);
  return { place, launcher, badge, panel, close, status, banner, hello };
}

/** Only a change is written: a live region would read the same again. */
function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

function hostOf(place: HTMLElement, accent: string): HTMLElement {
  const host = document.createElement('rapport-chat');
  const root = host.attachShadow({ mode: 'open' });
  place.style.setProperty('--accent', accent);
  place.style.setProperty('--on-accent', inkOn(accent));
  try {
    // Not subject to the page's policy for inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(element('style', {}, style));
  }
  root.append(place);
  return host;
}
