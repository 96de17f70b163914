// Strings that programs stumble over, made class by class; the words are ours. Whoever takes names from pages, chats and
// scanned lists meets every one of these.

const NAME = 'Марыя Калеснікава';
const LATIN = 'Maryya Kalesnikava';
const LETTERS = ['a', 'i', 'k', 'н', 'ў', 'ж', 'ω', 'ß', 'ł', 'م', 'ש', 'ก', '한', '刘', 'か', '\u{1f469}'];

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
const within = (odd: string) => [odd, `${odd}${NAME}`, `Мар${odd}ыя Калес${odd}нікава`, `Maryya${odd}Kalesnikava`];

// Every space there is, those of no width, and what ends lines.
const SPACES = [
  ...' \t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u2060',
  ...from(0x2000, 0x200a),
];
const CONTROLS = [
  ...from(0x00, 0x08),
  ...from(0x0e, 0x1f),
  '\u007f',
  ...from(0x80, 0x84),
  '\u00ad',
  '\u034f',
  '\u061c',
];
const BIDI = [...from(0x200e, 0x200f), ...from(0x202a, 0x202e), ...from(0x2066, 0x2069)];
const JOINERS = ['\u200c', '\u200d', '\ufe0e', '\ufe0f', '\u180e', '\u2061', '\u2063', '\ufffc', '\ufffd'];
const LONE = ['\ud800', '\udbff', '\udc00', '\udfff', '\ud83d', '\udc69\ud83d', '\ud800\ud800', '\udc00\udc00'];
const NONCHARACTERS = [
  '\ufffe',
  '\uffff',
  '\ufdd0',
  '\u{1fffe}',
  '\u{10ffff}',
  '\ue000',
  '\uf8ff',
  '\u{f0000}',
  '\u{10fffd}',
];
const MARKS = [
  '\u0301',
  '\u0308',
  '\u030a',
  '\u0323',
  '\u0335',
  '\u0338',
  '\u0489',
  '\u0f39',
  '\u20dd',
  '\u3099',
  '\u{1d165}',
];

// Letters that look like those of another alphabet, or are another letter once in lower case, in capitals or normalised.
const CASES =
  'İ I ı i ſ K Å Ω ß ẞ ŉ ǰ ΐ ﬁ ﬀ ﬃ ﬅ ﬓ Ǆ ǅ ǆ Ⅷ ⅷ ℡ № ㏂ ½ ª º ʰ ᵃ ℵ Σ ς σ Ӏ ӏ Ꙋ ꙋ Ѣ ѣ Ѳ Ґ ґ Ў ў Ї ї Ё ё'.split(' ');
const ALPHABETS = [
  '\u{1d4dc}\u{1d4ea}\u{1d4fb}\u{1d502}\u{1d4ea}', // mathematical script
  '\u{1d544}\u{1d552}\u{1d563}\u{1d56a}\u{1d552}', // double-struck
  'Ｍａｒｙｙａ　Ｋａｌｅｓｎｉｋａｖａ', // full width
  'ﾏﾘﾔ ｺﾚｽﾆｺﾜ', // half-width kana
  'Ⓜⓐⓡⓨⓨⓐ',
  '🅼🅰🆁🆈🆈🅰',
  'ᴍᴀʀʏʏᴀ',
  'ɐʌɐʞıusǝlɐʞ',
  '\u{e0001}\u{e004d}\u{e0061}\u{e0072}\u{e0079}\u{e007f}', // tags, which nobody sees
  'M\u0336a\u0336r\u0336y\u0336y\u0336a\u0336',
  'Mаryyа Kаlеsnіkаvа', // Latin with Cyrillic а, е, і
  'Мaрыя Кaлeснiкaвa', // Cyrillic with Latin a, e, i
  'ΜΑΡΙΑ ΚΟLΕSΝΙΚΟVΑ', // Greek and Latin capitals
  'ᎷᎪᎡᎽ', // Cherokee
  'Ⲙⲁⲣⲓⲁ',
  '𐌌𐌀𐌓𐌉𐌀',
  'Ⰿⰰⱃⰺⱑ', // Glagolitic
];
const PICTURES = [
  '😀',
  '👩‍👩‍👧‍👦',
  '👩🏽‍🚀',
  '🏳️‍🌈',
  '🇧🇾',
  '🇧🇾🇺🇦🇷',
  '1️⃣',
  '❤️‍🔥',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '☠',
  '♥',
  '(╯°□°)╯︵ ┻━┻',
  '¯\\_(ツ)_/¯',
  'ʕ•ᴥ•ʔ',
];
const NUMBERS =
  '0 -0 1 -1 1.5 1,5 1e309 -1e-309 0x1F 0b11 00 ١٢٣ १२३ ⅐ ∞ -∞ NaN Infinity 9007199254740993 1/0 0/0 1.2.3 12:30 2020-08-09 +375 (29) ٪ ½ Ⅻ ²'.split(
    ' ',
  );
const RESERVED =
  'undefined null true false None nil NULL constructor __proto__ prototype hasOwnProperty toString valueOf then length name this new delete class eval arguments CON PRN AUX NUL COM1 LPT1 .. . ~ * % _ - -- # $ & @ ? ! | \\ / " \' `'.split(
    ' ',
  );
const CODE = [
  "'; DROP TABLE persons; --",
  "Robert'); delete from claim where ('1'='1",
  '" or ""="',
  '1 union select null,null',
  '%27%20or%201%3D1',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  '&lt;b&gt;',
  '&#x41;&#65;',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  'javascript:alert(1)',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'C:\\CON\\CON',
  '/dev/null',
  'file:///etc/passwd',
  '\\\\host\\share',
  '%00',
  '%n%s%x%d',
  '{0}',
  '\u0024{7*7}',
  '{{7*7}}',
  '#{7*7}',
  '<%= 7*7 %>',
  '$(id)',
  '`id`',
  '; id',
  '| id',
  '&& id',
  '=1+1',
  '@SUM(A1)',
  '+cmd',
  '-1+1',
  '\u001b[31mred\u001b[0m',
  '\b\b\b',
  '\\u0041',
  '\\x41',
  '\\',
  '\\\\',
  '(?:a+)+$',
  '^(a|a)*$',
  '[',
  '(',
  '*',
  '{"id":1}',
  '[]',
  'a\tb\tc',
  'id\tname|name',
  'a,b;c',
  '\r\nSet-Cookie: a=b',
  'data:text/html,x',
  'a@b.c',
  'http://[::1]/',
  'x:y:z',
];
const SHAPES = [
  ',',
  ',,',
  ', ,',
  'a,',
  ',a',
  'Калеснікава,',
  ', Марыя',
  'Калеснікава, , Марыя',
  'К.',
  '. .',
  'А. Б. В. Г. Д.',
  '-',
  '--',
  'а-',
  '-а',
  'а-а-а-а-а-а-а-а-а',
  "'",
  "''''",
  "д'",
  "'д",
  'ʼ',
  '’а’а’а’',
  '()',
  '(Марыя',
  'Марыя)',
  '«Марыя»',
  '„Марыя“',
  '"',
  '…',
  '·',
  '・',
  'ー',
  'ـ',
  'ـــ',
  'ъ',
  'ь',
  'ьъьъ',
  'ў',
  'й',
  'и\u0306',
  'у\u0306',
  'е\u0308',
  'і\u0308',
  'г\u0301',
  'Jr',
  'Sr',
  'Jr Sr III',
  'г-н',
  'Dr. Prof. Mr.',
  'bin',
  'ibn al-',
  'de la',
  'von und zu',
  'oglu',
  'van der',
  'Al',
  'О',
  'O',
  'I',
  'Я',
  'ович',
  'овна',
  'Иванович',
  'Иванович Иванович Иванович',
  'ая',
  'ский',
  'Kim',
  '김',
  '金',
  '王',
  '王 王',
  'ン',
  'ッ',
  'ً',
  'اَلْ',
  'ְ',
  'ַ',
  '์',
  '្',
  '်',
  '्',
  '্',
  '்',
];

/** At least 515 strings by class, made anew at every call and always the same. */
export function naughtyStrings(): readonly string[] {
  const floods = MARKS.flatMap((mark) => [
    mark,
    mark.repeat(300),
    `К${mark.repeat(40)}алеснікава`,
    [...NAME].join(mark),
  ]);
  const long = LETTERS.flatMap((letter) => [letter.repeat(50), letter.repeat(5_000), `${letter} `.repeat(2_000)]);
  const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'].flatMap((form) =>
    ['Łykšyn', 'Ciapčyński', 'Йогур Ўладзіслаў Їжак', 'Ñandú Ångström', '한국 사람', 'ﬁﬀ ĳ ŀ', 'ガギグ', 'क़ख़ग़'].map(
      (text) => text.normalize(form),
    ),
  );
  const mixed = LETTERS.flatMap((letter) => [
    `${letter}${NAME}`,
    [...LATIN].join(letter),
    `${letter} ${letter}. ${letter}-${letter}`,
  ]);
  return [
    '',
    ...[...SPACES, ...CONTROLS, ...BIDI, ...JOINERS, ...LONE, ...NONCHARACTERS].flatMap(within),
    ...floods,
    ...long,
    ...forms,
    ...mixed,
    ...[...CASES, ...ALPHABETS, ...PICTURES, ...NUMBERS, ...RESERVED, ...CODE, ...SHAPES].flatMap((text) => [
      text,
      `${text} ${NAME}`,
    ]),
    ...[NAME, LATIN].flatMap((text) => [
      [...text].reverse().join(''),
      text.toUpperCase(),
      text.repeat(500),
      text.replace(' ', '\0'),
      `\ufeff${text}`,
    ]),
    `${'('.repeat(3_000)}${NAME}`,
    `${'-'.repeat(3_000)}${NAME}`,
    'Іван '.repeat(2_000),
    Array.from({ length: 3_000 }, (_, at) => LETTERS[at % LETTERS.length]).join(''),
    from(0x300, 0x36f).join('').repeat(20),
    from(0x4e00, 0x4f00).join(''),
    from(0xac00, 0xad00).join(' '),
    from(0x600, 0x6ff).join(''),
  ];
}
