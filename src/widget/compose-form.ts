import type { WidgetAppearance } from '@/kernel/visitor-chat';
import { element, icon, icons, setAttributes } from './element';
import { fill, type Words } from './words';

export interface Written {
  text: string;
  name: string;
  email: string;
  /** The wording that was agreed to; null where it was agreed to before. */
  consent: string | null;
}

export interface ComposeFormProps {
  words: Words;
  appearance: WidgetAppearance;
  textLimit: number;
  onSend: (written: Written) => void;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Where a visitor writes; before their first message also who they are, as far as they wish, and their consent. */
export function createComposeForm({ words, appearance, textLimit, onSend }: ComposeFormProps) {
  const { name, email, agreed, text, error, before, sendLabel, form, wording } = draw(
    words,
    appearance,
    textLimit,
  );

  const refuse = (field: HTMLElement, sentence: string) => {
    error.textContent = sentence;
    setAttributes(field, { 'aria-invalid': 'true', 'aria-errormessage': 'error' });
    field.focus();
  };
  const submit = () => {
    error.textContent = '';
    for (const field of [email, agreed, text]) setAttributes(field, { 'aria-invalid': undefined });
    const written = { text: text.value.trim(), name: name.value.trim(), email: email.value.trim() };
    if (!before.hidden && written.email && !EMAIL.test(written.email)) return refuse(email, words.emailWrong);
    if (!before.hidden && !agreed.checked) return refuse(agreed, words.consentNeeded);
    if (!written.text) return text.focus();
    if (written.text.length > textLimit) return refuse(text, fill(words.tooLong, { max: textLimit }));
    onSend({ ...written, consent: before.hidden ? null : wording });
    text.value = '';
    text.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });

  return {
    form,
    focus: () => (before.hidden ? text : name).focus(),
    showError: (sentence: string) => {
      error.textContent = sentence;
    },
    render: (hasConsented: boolean) => {
      before.hidden = hasConsented;
      sendLabel.textContent = hasConsented ? words.send : words.start;
      sendLabel.className = hasConsented ? 'unseen' : '';
    },
  };
}

function draw(words: Words, appearance: WidgetAppearance, textLimit: number) {
  const name = element('input', { id: 'name', autocomplete: 'name', maxlength: '100' });
  const email = element('input', {
    id: 'email',
    type: 'email',
    autocomplete: 'email',
    maxlength: '254',
    'aria-describedby': 'email-hint',
  });
  const wording = fill(words.consent, { title: appearance.title });
  const agreed = element('input', { id: 'consent', type: 'checkbox', required: true });
  const text = element('textarea', { id: 'text', rows: '2', maxlength: String(textLimit), required: true });
  const error = element('p', { id: 'error', class: 'error', role: 'alert' });
  const before = element(
    'div',
    { class: 'before' },
    labelled(name, words.name, words.optional),
    labelled(email, words.email, words.optional),
    element('p', { id: 'email-hint', class: 'hint' }, words.emailHint),
    element('div', { class: 'consent' }, agreed, element('label', { for: 'consent' }, wording)),
    ...privacyLink(appearance, words),
  );
  const sendLabel = element('span', {}, words.start);
  const send = element('button', { type: 'submit', class: 'send' }, sendLabel, icon(icons.send));
  const form = element(
    'form',
    { novalidate: true },
    before,
    element('label', { for: 'text', class: 'unseen' }, words.message),
    element('div', { class: 'write' }, text, send),
    error,
  );
  setAttributes(text, { placeholder: words.message });
  return { name, email, agreed, text, error, before, sendLabel, form, wording };
}

function labelled(input: HTMLInputElement, label: string, remark: string): HTMLElement {
  return element(
    'div',
    { class: 'field' },
    element('label', { for: input.id }, label, ' ', element('span', { class: 'hint' }, `(${remark})`)),
    input,
  );
}

function privacyLink({ privacyUrl }: WidgetAppearance, words: Words): HTMLElement[] {
  if (privacyUrl === null || !/^https?:\/\//i.test(privacyUrl)) return [];
  const link = element(
    'a',
    { href: privacyUrl, target: '_blank', rel: 'noopener noreferrer', title: words.newTab },
    words.privacy,
  );
  return [element('p', { class: 'hint' }, link)];
}
