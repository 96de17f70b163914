// What the vocabulary of names asks of zod, for the browser: the program checked the words when it wrote them down, so that
// here nothing is checked and only what is left out is filled in. zod itself would be three times as large as all of
// src/names.

interface Shape {
  parse(value: unknown): unknown;
  default(value: unknown): Shape;
  optional(): Shape;
}

function shape(parse: (value: unknown) => unknown): Shape {
  return {
    parse,
    default: (instead) => shape((value) => (value === undefined ? instead : parse(value))),
    optional: () => shape((value) => (value === undefined ? value : parse(value))),
  };
}

const asItIs = () => shape((value) => value);

/** Stands in for zod's `z` in a browser: the same names for the shapes that `src/names` uses. */
export const z = {
  string: asItIs,
  number: asItIs,
  boolean: asItIs,
  enum: asItIs,
  unknown: asItIs,
  array: (of: Shape) => shape((value) => (value as readonly unknown[]).map(of.parse)),
  object: (of: Readonly<Record<string, Shape>>) =>
    shape((value) => {
      const given = value as Readonly<Record<string, unknown>>;
      return Object.fromEntries(Object.entries(of).map(([name, field]) => [name, field.parse(given[name])]));
    }),
  record: (_name: Shape, of: Shape) =>
    shape((value) =>
      Object.fromEntries(Object.entries(value as object).map(([name, field]) => [name, of.parse(field)])),
    ),
};
