import { describe, expect, test } from 'vitest';
import { checkpointText, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { newKey, signNote } from './note.ts';
import { EMPTY_ROOT } from './tree.ts';

const key = newKey('unforgotten.example/register', Buffer.alloc(32, 7));
const head = { origin: key.name, size: 57, root: EMPTY_ROOT };
const TEXT = 'unforgotten.example/register\n57\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';

test('a checkpoint is three lines', () => {
  expect(checkpointText(head)).toBe(TEXT);
  expect(parseCheckpoint(TEXT)).toEqual(head);
});

test('a signed one opens with the key of its log', () => {
  expect(openCheckpoint(signCheckpoint(head, key), key.verifierKey)).toEqual(head);
});

test('lines after the third are passed over, as the specification asks', () => {
  expect(parseCheckpoint(`${TEXT}extension\n`)).toEqual(head);
});

describe('refused', () => {
  test.each([
    ['a leading zero', TEXT.replace('57', '057')],
    ['a size that is no number', TEXT.replace('57', 'many')],
    ['a negative size', TEXT.replace('57', '-1')],
    ['a size beyond counting', TEXT.replace('57', '99999999999999999999')],
    ['a root cut off', TEXT.replace('47DE', '')],
    ['two lines', TEXT.split('\n').slice(0, 2).join('\n')],
    ['an empty line', `${TEXT}\nextension\n`],
    ['no name', TEXT.slice(TEXT.indexOf('\n'))],
  ])('%s', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow('This is no checkpoint');
  });

  test('a head that another log’s key signed', () => {
    const stranger = newKey('stranger.example/log', Buffer.alloc(32, 9));
    expect(() => openCheckpoint(signNote(TEXT, stranger), stranger.verifierKey)).toThrow('one of them is wrong');
    expect(() => openCheckpoint(signNote(TEXT, stranger), key.verifierKey)).toThrow(
      'not signed by a key that is known',
    );
  });
});
