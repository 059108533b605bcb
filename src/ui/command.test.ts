import { expect, it } from 'vitest';
import { filterCommands, scoreOf } from './command';
import { splitHits } from './split-hits';

const run = () => undefined;

it('finds by start of words, without accents, by keywords, by letters in order', () => {
  const command = { label: 'Gespräch zuweisen', keywords: ['assign'] };
  expect(scoreOf(command, 'gespräch zuweisen')).toBe(5);
  expect(scoreOf(command, 'gesprach')).toBe(4);
  expect(scoreOf(command, 'zuw')).toBe(3);
  expect(scoreOf(command, 'assi')).toBe(3);
  expect(scoreOf(command, 'weisen')).toBe(2);
  expect(scoreOf(command, 'gspzw')).toBe(1);
  expect(scoreOf(command, 'xyz')).toBe(0);
});

it('ranks, leaves out empty groups, leaves searched groups alone', () => {
  const groups = filterCommands(
    [
      {
        id: 'a',
        label: 'A',
        commands: [
          { id: '1', label: 'Neu laden', run },
          { id: '2', label: 'Laden', run },
        ],
      },
      { id: 'b', label: 'B', commands: [{ id: '3', label: 'Anders', run }] },
      { id: 'c', label: 'C', searched: true, commands: [{ id: '4', label: 'Jonas', run }] },
    ],
    'laden',
  );
  expect(groups.map((group) => group.commands.map((one) => one.id))).toEqual([['2', '1'], ['4']]);
});

it('marks hits by range and by word, mending overlaps', () => {
  expect(
    splitHits(
      'Zelt und Gestänge',
      [
        [0, 4],
        [2, 4],
        [40, 50],
      ],
      ['gestänge'],
    ),
  ).toEqual([
    { at: 0, text: 'Zelt', hit: true },
    { at: 4, text: ' und ', hit: false },
    { at: 9, text: 'Gestänge', hit: true },
  ]);
});
