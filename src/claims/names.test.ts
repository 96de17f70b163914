import { describe, expect, test } from 'vitest';
import { nominative, sameName } from './forms.ts';
import { NameBook, runsIn } from './names.ts';
import { tokensOf } from './tokens.ts';
import { wordingFor } from './wording.ts';

function runs(language: string, text: string, common: string[] = []) {
  const wording = wordingFor(language);
  if (!wording) throw new Error(`no wording for ${language}`);
  const tokens = tokensOf(text, 0, text.length, wording.tagsOf);
  const book = new NameBook(text, wording.habits.has('two surnames'));
  return { tokens, runs: runsIn(tokens, wording, new Set(common)), book };
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
    ['es', 'el alcalde de Caracas Juan Pablo Lugo', 'juan pablo lugo'],
    ['es', 'la abogada Ana de la Cruz Paz habló', 'ana de la cruz paz'],
    ['es', 'vino Ana Lugo de Venezuela', 'ana lugo'],
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
    ['es', 'cerca de la plaza Ana Lugo y en la cárcel de Santa Ana'],
    ['es', 'el Tribunal Supremo de Justicia y Foro Penal'],
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
    ['es', 'Habló Ana Lugo Paz.', 'Lugo', 'Ana Lugo Paz'],
    ['es', 'Habló Ana Lugo Paz.', 'Paz', 'Ana Lugo Paz'],
    ['es', 'Habló Ana Lugo Paz, y Ana Lugo calló.', 'Ana Lugo', 'Ana Lugo Paz'],
    ['es', 'Ana Lugo calló, y habló Ana Lugo Paz.', 'Lugo', 'Ana Lugo Paz'],
    ['es', 'Habló Rocío San Miguel.', 'San Miguel', 'Rocío San Miguel'],
  ])('%s: in "%s" %s is %s', (language, page, surname, name) => {
    expect(full(language, page, surname)).toBe(name);
  });

  test('a second given name is no surname', () => {
    expect(full('es', 'Habló María Corina Lugo.', 'Corina')).toBeUndefined();
    expect(full('en', 'Here is Ana Novik Lis.', 'Novik')).toBeUndefined();
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
