import { describe, expect, test } from 'vitest';
import { storyWith } from './edition.fixture.ts';
import { daysAsked, readStory, refuseDoubles, storiesIn } from './story.ts';

describe('reading a story', () => {
  test('takes the head and the days its counts ask about', () => {
    const story = readStory(storyWith('Held: {% count on="2025-12-20" /%}, then {% count on="2025-11-30" /%}.'));
    expect(story.head).toMatchObject({ title: 'A story', slug: 'a-story', language: 'en', published: '2025-12-20' });
    expect(daysAsked([story])).toEqual(['2025-12-20', '2025-11-30']);
  });

  test.each([
    ['no head', { name: 's.md', text: 'Words.' }, /^s\.md, line 1: has no head/],
    [
      'a head that is no YAML',
      { name: 's.md', text: '---\ntitle: [\n---\nWords.' },
      /line 1: has a head that is no YAML/,
    ],
    ['no slug', { name: 's.md', text: '---\ntitle: A\n---\nWords.' }, /line 1: has a head whose/],
    ['a slug with a name', storyWith('Words.', 'tags: x\n'), /has a head whose/],
    ['a picture', storyWith('![a](b.png)'), /holds a image, which a story may not/],
    ['a link that leads out', storyWith('[a](https://example.org)'), /holds a link/],
    ['code', storyWith('`a`'), /holds a code/],
    ['a table', storyWith('<b>bold</b>'), null],
    ['a tag left open', storyWith('{% person name="A" %}'), /story\.md, line \d+: cannot be read/],
  ])('%s', (_, file, expected) => {
    if (expected === null) expect(() => readStory(file)).not.toThrow();
    else expect(() => readStory(file)).toThrow(expected);
  });

  test.each(['1,222 are held', '1 222 are held', '1\u00A0222', '123 were freed', 'some 5000', '2,024 names'])(
    'refuses a number typed in by hand: %s',
    (text) => {
      expect(() => readStory(storyWith(`First line.\n\nThere, ${text}.`))).toThrow(
        /^story\.md, line 12: has the number/,
      );
    },
  );

  test.each(['13 December 2025', 'in 2020', 'the 90s', 'aged 42', 'No. 7', 'between 1994 and 2026'])(
    'lets a day, a year or a short number be: %s',
    (text) => {
      expect(() => readStory(storyWith(text))).not.toThrow();
    },
  );

  test('refuses a number in the title', () => {
    const { text } = storyWith('Words.');
    expect(() => readStory({ name: 's.md', text: text.replace('A story', 'They freed 123') })).toThrow(/number 123/);
  });
});

describe('stories side by side', () => {
  const at = (slug: string, published: string, language = 'en') =>
    readStory({
      name: `${slug}.md`,
      text: storyWith('Words.')
        .text.replace('a-story', slug)
        .replace('2025-12-20', published)
        .replace('language: en', `language: ${language}`),
    });

  test('two of one language with one slug are refused', () => {
    expect(() => refuseDoubles([at('one', '2025-12-20'), at('one', '2025-12-21')])).toThrow(/same language and slug/);
    expect(() => refuseDoubles([at('one', '2025-12-20'), at('one', '2025-12-20', 'be')])).not.toThrow();
  });

  test('a language gets its own, the latest first', () => {
    const stories = [at('old', '2025-01-01'), at('new', '2025-12-20'), at('be', '2026-01-01', 'be')];
    expect(storiesIn('en', stories).map(({ head }) => head.slug)).toEqual(['new', 'old']);
  });
});
