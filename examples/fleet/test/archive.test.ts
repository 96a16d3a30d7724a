import { expect, test } from 'vitest';
import { createArchive, type Note } from '../src/archive.ts';

test('two that take from the shelf in turn share what is on it', () => {
  const archive = createArchive();
  for (const text of ['a', 'b', 'c']) archive.add('action', 'reports', text);
  const [one, other] = [archive.take('action'), archive.take('action')].map((notes) => notes[Symbol.iterator]());
  const taken = [one, other, one, other].map((notes) => (notes?.next().value as Note | undefined)?.text);
  expect(taken).toStrictEqual(['a', 'b', 'c', undefined]);
  expect(archive.all('action')).toStrictEqual([]);
});

test('whoever takes the notes of one kind and one subject leaves the others', () => {
  const archive = createArchive();
  archive.add('thread', 'Alder Tours', 'a');
  archive.add('thread', 'Quill Press', 'b');
  archive.add('post', 'Alder Tours', 'c');
  expect([...archive.take('thread', 'Alder Tours')].map((note) => note.text)).toStrictEqual(['a']);
  expect([...archive.all('thread'), ...archive.all('post')].map((note) => note.text)).toStrictEqual(['b', 'c']);
});
