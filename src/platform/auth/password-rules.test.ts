import { expect, it } from 'vitest';
import { checkPassword } from './password-rules';

const mira = ['mira.keller@nordlicht.example', 'Mira Keller', 'Nordlicht Outdoor'];

it.each([
  ['kurz', 'password_too_short'],
  ['elf zeichen', 'password_too_short'],
  ['x'.repeat(201), 'password_too_long'],
  ['mira.keller@nordlicht.example', 'password_personal'],
  ['Sommer-Keller-2026', 'password_personal'],
  ['NORDLICHT-4711-xy', 'password_personal'],
  ['password1234', 'password_guessable'],
  ['P@ssw0rd1234', 'password_guessable'],
  ['qwertzuiopasdf', 'password_guessable'],
  ['123456789012', 'password_guessable'],
  ['aaaaaaaaaaaaaaaa', 'password_guessable'],
  ['iloveyou1234', 'password_guessable'],
])('%s is refused: %s', async (password, refusal) => {
  expect(await checkPassword(password, mira)).toEqual({ ok: false, refusal });
});

it.each([
  'vier Zelte am Gletschersee',
  'Brombeer7Kanu-Fjord',
  'тридцать три коровы',
  '🦊🏔️🎒🔥🌲🚣🐻🌊🦅⛺🥾🧭',
])('%s is fine', async (password) => {
  expect(await checkPassword(password, mira)).toEqual({ ok: true, value: undefined });
});
