import { describe, expect, test } from 'vitest';
import { nominative, sameName } from './forms.ts';
import { NameBook, runsIn } from './names.ts';
import { tokensOf } from './tokens.ts';
import { wordingFor } from './wording.ts';

function runs(language: string, text: string, common: string[] = []) {
  const wording = wordingFor(language);
  if (!wording) throw new Error(`no wording for ${language}`);
  const tokens = tokensOf(text, 0, text.length, wording.tagsOf);
  return { tokens, runs: runsIn(tokens, wording, new Set(common)), book: new NameBook(text) };
}

describe('names in a passage', () => {
  test.each([
    ['en', 'the editor Ales Novik spoke', 'ales novik'],
    ['en', 'Foreign Ministry Spokesperson Adam Hul spoke', 'adam hul'],
    ['en', 'Secretary of State Adam Hul spoke', 'adam hul'],
    ['en', 'Mr. Novik-Lis spoke to Jean de la Tour', 'jean de la tour'],
    ['en', 'the bishop Abdul al-Novik spoke', 'abdul al novik'],
    ['ru', 'Президент Украины Пётр Новик сказал', 'петр новик'],
    ['be', 'Журналіст Алесь Новік сказаў', 'алесь новік'],
  ])('%s: %s', (language, text, name) => {
    const people = runs(language, text).runs.filter((run) => run.is === 'person');
    expect(people.map((run) => run.words.join(' '))).toContain(name);
  });

  test.each([
    ['en', 'the Supreme Court in New York'],
    ['en', 'Human Rights Watch and the European Union'],
    ['en', 'the Treasury Department of the United States'],
    ['en', 'on Friday in December'],
    ['ru', 'Следственный комитет в Минске'],
    ['be', 'праваабарончы цэнтр «Вясна»'],
  ])('%s: nobody in "%s"', (language, text) => {
    expect(runs(language, text).runs.filter((run) => run.is === 'person')).toEqual([]);
  });
});

describe('the fullest form on the page', () => {
  function full(language: string, page: string, surname: string): string | undefined {
    const { tokens, runs: found, book } = runs(language, page);
    for (const run of found) book.add(run, tokens);
    const asked = runs(language, `x ${surname}`).runs[0];
    return asked ? book.find(asked)?.text : undefined;
  }

  test.each([
    ['en', 'Here is Ales Novik.', 'Novik', 'Ales Novik'],
    ['en', 'Here are Ales Novik and Ales Adam Novik.', 'Novik', 'Ales Adam Novik'],
    ['ru', 'Судили Алеся Новика; Алесь Новик молчал.', 'Новику', 'Алесь Новик'],
    ['ru', 'Освободили Марию Лисову.', 'Лисова', 'Марию Лисову'],
    ['be', 'Тут Марыя Лісава.', 'Лісаву', 'Марыя Лісава'],
  ])('%s: in "%s" %s is %s', (language, page, surname, name) => {
    expect(full(language, page, surname)).toBe(name);
  });

  test('a surname that nobody on the page has is nobody', () => {
    expect(full('en', 'Here is Ales Novik.', 'Hul')).toBeUndefined();
  });
});

describe('case forms', () => {
  test.each([
    ['новик', 'новика'],
    ['колесникова', 'колесникову'],
    ['бяляцкі', 'бяляцкага'],
    ['андрей', 'андрея'],
    ['тихановская', 'тихановской'],
  ])('%s and %s are one name', (left, right) => {
    expect(sameName(left, right)).toBe(true);
  });

  test.each([
    ['новик', 'новиков'],
    ['иванов', 'петров'],
    ['novik', 'novika'],
    ['лис', 'лисицын'],
  ])('%s and %s are not', (left, right) => {
    expect(sameName(left, right)).toBe(false);
  });

  test('of several forms the nominative is told by its endings', () => {
    expect(nominative(['андрей', 'новик'])).toBe(2);
    expect(nominative(['андрея', 'новика'])).toBe(1);
    expect(nominative(['марии', 'лисовой'])).toBe(0);
  });
});
