import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from './compare.ts';
import { romanisationTables, romaniseBy } from './romanise.ts';
import { NAMESAKES, SPELLINGS } from './spellings.fixture.ts';

const KALESNIKAVA = 'Maryya Kalesnikava';

// Names of people whose cases were in published news; each row says what a documenter would.
const SAME: readonly (readonly [left: string, right: string])[] = [
  ['Марыя Калеснікава', KALESNIKAVA],
  ['Мария Колесникова', KALESNIKAVA],
  ['Марія Колесникова', KALESNIKAVA],
  ['Maria Kolesnikova', KALESNIKAVA],
  ['Maryja Kaleśnikava', KALESNIKAVA],
  ['Maryja Kalesnikawa', KALESNIKAVA],
  ['Kolesnikova Maria', 'Марыя Калеснікава'],
  ['КАЛЕСНIКАВА, Марыя Аляксандраўна', 'Maria Kolesnikova'],
  ['Марыяй Калеснікавай', 'Мария Колесникова'],
  ['Марыю Калеснікаву', KALESNIKAVA],
  ['Ales Bialiatski', 'Алесь Беляцкий'],
  ['Aleś Bialacki', 'Ales Byalyatski'],
  ['Ales Bjaljacki', 'Алесь Бяляцкі'],
  ['Алесь Бяляцкі', 'Алесь Беляцкий'],
  ['Алеся Бяляцкага', 'Алесь Бяляцкі'],
  ['Анджей Почобут', 'Andrzej Poczobut'],
  ['Andrej Pačobut', 'Анджей Почобут'],
  ['Андрэя Пачобута', 'Andrzej Poczobut'],
  ['Віктар Бабарыка', 'Viktor Babariko'],
  ['Виктор Бабарико', 'Viktar Babaryka'],
  ['Віктара Бабарыку', 'Віктар Бабарыка'],
  ['Siarhei Tsikhanouski', 'Сергей Тихановский'],
  ['Siarhiej Cichanoŭski', 'Sergei Tikhanovsky'],
  ['Sviatlana Tsikhanouskaya', 'Светлана Тихановская'],
  ['Mikalai Statkevich', 'Николай Статкевич'],
  ['Mikola Statkevich', 'Мікалай Віктаравіч Статкевіч'],
  ['Pavel Sieviaryniec', 'Павел Северинец'],
  ['Maksim Znak', 'Максім Знак'],
  ['Марына Золатава', 'Marina Zolotova'],
  ['Valiantsin Stefanovich', 'Валентин Стефанович'],
  ['Уладзімір Мацкевіч', 'Vladimir Matskevich'],
  ['Олег Сенцов', 'Oleh Sentsov'],
  ['Надія Савченко', 'Nadezhda Savchenko'],
  ['Vladimir Kara-Murza', 'Владимир Кара-Мурза'],
  ['Alexei Navalny', 'Алексей Анатольевич Навальный'],
];

const DIFFERENT: readonly (readonly [left: string, right: string])[] = [
  ['Siarhei Tsikhanouski', 'Sviatlana Tsikhanouskaya'],
  ['Сергей Тихановский', 'Святлана Ціханоўская'],
  ['Uładzimir Łykšyn', 'Alaksandar Łykšyn'],
  ['Владимир Лыкшин', 'Аляксандр Лыкшын'],
  ['Эдуард Бабарыка', 'Viktar Babaryka'],
  ['Ігар Лосік', 'Дарья Лосик'],
  ['Alexei Navalny', 'Юлия Навальная'],
  ['Алексей Навальный', 'Олег Навальный'],
  ['Ivan Ivanov', 'Ivan Ivanovich Petrov'],
  ['Іван Сяргеевіч Іваноў', 'Иван Петрович Иванов'],
  ['Maryya Kalesnikava', 'Марына Золатава'],
  ['Maria Kolesnikova', 'Tatsiana Khomich'],
  ['Андрэй Пачобут', 'Андрэй Чапюк'],
  ['Ales Bialiatski', 'Алесь Пушкін'],
  ['Alena Kolesnikova', 'Алина Колесникова'],
  ['Пётр Сяргеевіч Калеснікаў', 'Петр Иванович Колесников'],
  ['Sergey Alexandrovich Martynov', 'Сергей Александрович Ковальчук'],
  ['Maksim Znak', 'Максім Багрэцоў'],
  ['Павел Севярынец', 'Павел Белавус'],
  ['Валянцін Стэфановіч', 'Уладзімір Лабковіч'],
  ['Volha Harbunova', 'Ольга Майорова'],
  ['Дар’я Чульцова', 'Кацярына Андрэева'],
  ['Nasta Loika', 'Dzmitry Loika'],
  ['Mikalai Statkevich', 'Марина Адамович'],
  ['Олег Сенцов', 'Олександр Кольченко'],
  ['Martin Luther King Jr.', 'Martin Luther King Sr.'],
  ['Lê Thị Bình', 'Nguyễn Thị Bình'],
  ['Tan Wei Ming', 'Lim Wei Ming'],
  ['Ben Nelson', 'Bill Nelson'],
  ['Julie Bishop', 'Kate Bishop'],
];

// Names alone do not settle these, and the program must not pretend that they do.
const UNSURE: readonly (readonly [left: string, right: string])[] = [
  ['Калеснікавай', KALESNIKAVA],
  ['А. Пачобут', 'Andrei Pachobut'],
  ['Александр Петров', 'Александра Петрова'],
  ['Ivan Ivanov', 'Іван Пятровіч Іваноў'],
  ['Настя Лойка', 'Anastasiya Loika'],
  ['Алесь Пушкін', 'Александр Пушкин'],
  ['Ivanov', 'Ivan Ivanov'],
  ['', 'Ivan Ivanov'],
];

// Other scripts are heard more roughly, and Korean and Arabic names are borne by many: most are left to a person.
const OTHER_SCRIPTS: readonly (readonly [left: string, right: string, verdict: string])[] = [
  ['Γιάννης Βαρουφάκης', 'Yanis Varoufakis', 'same'],
  ['მიხეილ სააკაშვილი', 'Михаил Саакашвили', 'same'],
  ['Նիկոլ Փաշինյան', 'Nikol Pashinyan', 'same'],
  ['ナレンドラ・モディ', 'नरेन्द्र मोदी', 'same'],
  ['刘晓波', 'Liu Xiaobo', 'unsure'],
  ['김정은', 'Ким Чен Ын', 'unsure'],
  ['黎智英', 'Lai Chee-ying', 'unsure'],
  ['文在寅', 'Moon Jae-in', 'unsure'],
  ['محمود عباس', 'Mahmoud Abbas', 'unsure'],
  ['بنيامين نتنياهو', 'בנימין נתניהו', 'same'],
  ['نرگس محمدی', 'Narges Mohammadi', 'unsure'],
  ['อานนท์ นำภา', 'Arnon Nampa', 'unsure'],
  ['刘晓波', 'Liu Xia', 'different'],
  ['김정은', 'Kim Jong-il', 'different'],
  ['文在寅', 'Park Geun-hye', 'different'],
  ['彭帅', 'Peng Liyuan', 'different'],
  ['弗拉基米尔·普京', 'Vladimir Putin', 'unsure'],
  ['弗拉基米尔·普京', 'Viktor Yanukovych', 'unsure'],
  ['محمود عباس', 'Mahmoud Ahmadinejad', 'different'],
  ['בנימין נתניהו', 'Benny Gantz', 'different'],
  ['მიხეილ სააკაშვილი', 'Giorgi Margvelashvili', 'different'],
  ['Նիկոլ Փաշինյան', 'Serzh Sargsyan', 'different'],
  ['नरेन्द्र मोदी', 'Rahul Gandhi', 'different'],
  ['نسرین ستوده', 'نرگس محمدی', 'different'],
];

describe('compareNames', () => {
  it.each(OTHER_SCRIPTS)('%s and %s: %s', (left, right, verdict) => {
    expect(compareNames(left, right)).toMatchObject({ verdict });
  });

  it.each(SAME)('%s and %s are one person’s name', (left, right) => {
    expect(compareNames(left, right)).toMatchObject({ verdict: 'same' });
  });

  it.each(DIFFERENT)('%s and %s are two people', (left, right) => {
    expect(compareNames(left, right)).toMatchObject({ verdict: 'different' });
  });

  it.each(UNSURE)('%s and %s are left to a person', (left, right) => {
    expect(compareNames(left, right)).toMatchObject({ verdict: 'unsure' });
  });

  it('scores every same pair above every different one', () => {
    const lowest = Math.min(...SAME.map(([left, right]) => compareNames(left, right).score));
    const highest = Math.max(...DIFFERENT.map(([left, right]) => compareNames(left, right).score));
    expect(lowest).toBeGreaterThan(highest);
  });

  it('leaves a married name to a person, and says why', () => {
    // Надежда Константиновна Крупская married Ulyanov; Клавдия Ивановна Новгородцева married Sverdlov.
    const married = compareNames('Надежда Константиновна Крупская', 'Надежда Константиновна Ульянова');
    expect(married.verdict).toBe('unsure');
    expect(married.reasons[0]).toContain('she may have married');
    expect(compareNames('Клавдия Ивановна Новгородцева', 'Klavdiya Ivanovna Sverdlova').verdict).toBe('unsure');
    // The surname that she leaves out may be either.
    expect(compareNames('Надежда Крупская', 'Надежда Константиновна Ульянова').verdict).not.toBe('same');
    // A man keeps his surname; another father is another woman; a given name alone is nothing to ask about.
    expect(compareNames('Николай Константинович Крупский', 'Николай Константинович Ульянов').verdict).toBe('different');
    expect(compareNames('Надежда Константиновна Крупская', 'Надежда Сергеевна Ульянова').verdict).toBe('different');
    expect(compareNames('Надежда Крупская', 'Надежда Ульянова').verdict).toBe('different');
  });

  it('says why, part by part', () => {
    expect(compareNames('Марыя Калеснікава', 'Maria Kolesnikova').reasons).toEqual([
      'Калеснікава and Kolesnikova are spellings of one name',
      'Марыя and Maria are forms of one given name',
    ]);
    expect(compareNames('Siarhei Tsikhanouski', 'Sviatlana Tsikhanouskaya').reasons).toContain(
      'Siarhei and Sviatlana are different given names',
    );
    expect(compareNames('Іван Сяргеевіч Іваноў', 'Иван Петрович Иванов').reasons).toContain(
      'the patronymics Сяргеевіч and Петрович name different fathers',
    );
    expect(compareNames('Mikalai Statkevich', 'Мікалай Віктаравіч Статкевіч').reasons).toContain(
      'the patronymic Віктаравіч stands in one of the names only',
    );
    expect(compareNames('', '***').reasons).toEqual(['there is no name to compare']);
  });
});

const GIVEN = {
  be: ['Марыя', 'Віктар', 'Алесь', 'Аляксандр', 'Вольга', 'Сяргей', 'Яўген', 'Уладзімір', 'Кацярына', 'Ганна', 'Юрый'],
  ru: ['Мария', 'Виктор', 'Сергей', 'Александр', 'Ольга', 'Евгений', 'Владимир', 'Екатерина', 'Юлия', 'Илья'],
  uk: ['Марія', 'Віктор', 'Олександр', 'Ольга', 'Сергій', 'Євген', 'Володимир', 'Ганна', 'Юрій', 'Ілля'],
};
const SURNAMES = {
  be: [
    'Пачобут',
    'Севярынец',
    'Статкевіч',
    'Дзядок',
    'Шчарбакоў',
    'Хмялеўскі',
    'Зянковіч',
    'Лыкшын',
    'Грынько',
    'Юр’еў',
    'Ёрш',
  ],
  ru: ['Почобут', 'Беляцкий', 'Щербаков', 'Хмелевский', 'Юрьев', 'Тимофеев', 'Подъячев', 'Жуков', 'Яшин', 'Кара-Мурза'],
  uk: ['Савченко', 'Сенцов', 'Щербань', 'Їжакевич', 'Згурський', 'Єфименко', 'Кольченко', 'Ґонта', 'Яценюк'],
};
const PATRONYMICS = [
  'Іванавіч',
  'Сяргеевіч',
  'Иванович',
  'Петрович',
  'Олександрович',
  'Ivanavich',
  'Petrovich',
  'Аляксандраўна',
];
const language = fc.constantFrom('be', 'ru', 'uk');
const slavicName = language.chain((of) =>
  fc
    .tuple(fc.constantFrom(...GIVEN[of]), fc.constantFrom(...SURNAMES[of]))
    .map(([given, surname]) => ({ of, given, surname })),
);
const romanised = fc.tuple(slavicName, fc.nat()).map(([{ of, given, surname }, n]) => {
  const tables = romanisationTables().filter((table) => table.language === of);
  const table = tables[n % tables.length];
  return table === undefined ? `${given} ${surname}` : romaniseBy(table, `${given} ${surname}`);
});
const anyName = fc.oneof(
  slavicName.map(({ given, surname }) => `${given} ${surname}`),
  romanised,
  fc
    .tuple(slavicName, fc.constantFrom(...PATRONYMICS))
    .map(([name, patronymic]) => `${name.surname} ${name.given} ${patronymic}`),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
// Of the kinds that break programs: directions, joiners, surrogates, endless marks, formulas, markup, emptiness.
const NAUGHTY = [
  '',
  ' ',
  '\u0000',
  '\uFEFF',
  '‮Калеснікава',
  'a\u0300\u0300\u0300',
  '\uD800',
  '👩‍👩‍👧',
  '<b>',
  "';--",
  '=1+1',
  '١٢٣',
  'ﷺ',
  'Ivan,,,',
  ', Ivan',
  '- -',
  "'''",
  'İstanbul',
  'ǅ',
  'ß',
  'A'.repeat(5_000),
  'Іван '.repeat(2_000),
  'x\u0301'.repeat(2_000),
];

// Two forms of one person’s name in a table of public figures, and names of two people who could be taken for each other.
const formsOf = (table: readonly (readonly string[])[]) =>
  table.flatMap((forms) => forms.flatMap((one, at) => forms.slice(at + 1).map((other) => [one, other] as const)));

describe('public figures in the spellings of published sources', () => {
  const same = formsOf(SPELLINGS).map(([one, other]) => ({ one, other, ...compareNames(one, other) }));
  const other = formsOf(NAMESAKES).map(([one, two]) => ({ one, two, ...compareNames(one, two) }));

  it('never calls two of them one', () => {
    expect(other.filter(({ verdict }) => verdict === 'same').map(({ one, two }) => `${one} = ${two}`)).toEqual([]);
  });

  it('scores few of two people as high as most of one', () => {
    const high = (score: number) => score >= 0.3;
    expect(same.filter(({ score }) => high(score)).length / same.length).toBeGreaterThan(0.92);
    expect(other.filter(({ score }) => high(score)).length / other.length).toBeLessThan(0.05);
  });

  it('calls hardly anybody a stranger to herself', () => {
    expect(same.filter(({ verdict }) => verdict === 'different').length / same.length).toBeLessThan(0.03);
  });
});

describe('laws of comparing names', () => {
  it('does not care which name is left: 3,000 pairs', () => {
    const law = fc.property(anyName, anyName, (left, right) => {
      const there = compareNames(left, right);
      const back = compareNames(right, left);
      expect(back).toMatchObject({ score: there.score, verdict: there.verdict });
    });
    fc.assert(law, { numRuns: 3_000 });
  });

  it('holds every name with a letter for itself', () => {
    const law = fc.property(anyName, (name) => {
      const itself = compareNames(name, name);
      expect(itself.verdict).toBe(itself.reasons[0] === 'there is no name to compare' ? 'unsure' : 'same');
    });
    fc.assert(law, { numRuns: 2_000 });
  });

  it('does not care whether the surname comes first, or before a comma', () => {
    const law = fc.property(slavicName, anyName, ({ given, surname }, other) => {
      const { score } = compareNames(`${given} ${surname}`, other);
      expect(compareNames(`${surname} ${given}`, other).score).toBe(score);
    });
    fc.assert(law, { numRuns: 2_000 });
    expect(compareNames('Kolesnikova, Maria', 'Марыя Калеснікава').verdict).toBe('same');
  });

  it('never turns same into different when a patronymic is added', () => {
    const law = fc.property(slavicName, romanised, fc.constantFrom(...PATRONYMICS), (name, other, patronymic) => {
      const plain = `${name.given} ${name.surname}`;
      if (compareNames(plain, other).verdict !== 'same') return;
      expect(compareNames(`${name.given} ${patronymic} ${name.surname}`, other).verdict).not.toBe('different');
    });
    fc.assert(law, { numRuns: 2_000 });
  });

  it('keeps a name the same through every romanisation table: every given name with every surname', () => {
    const told = (['be', 'ru', 'uk'] as const).flatMap((of) =>
      GIVEN[of].flatMap((given) =>
        SURNAMES[of].flatMap((surname) => {
          const name = `${given} ${surname}`;
          const written = romanisationTables()
            .filter((table) => table.language === of)
            .map((table) => romaniseBy(table, name));
          return written
            .filter((latin) => compareNames(name, latin).verdict !== 'same')
            .map((latin) => `${name} ${latin}`);
        }),
      ),
    );
    expect(told).toEqual([]);
  });

  it('never throws and always answers between 0 and 1, on 2,000 random strings and the naughty ones', () => {
    const law = fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(...NAUGHTY, KALESNIKAVA),
      (one, other) => {
        const { score } = compareNames(one, other);
        expect(score >= 0 && score <= 1).toBe(true);
      },
    );
    fc.assert(law, { numRuns: 2_000 });
    for (const one of NAUGHTY)
      for (const other of NAUGHTY) expect(compareNames(one, other).score).toBeLessThanOrEqual(1);
  });
});
