/**
 * Makes a value when it is first asked for, and keeps it. The vocabulary of names takes a moment to read, and most
 * commands compare no names.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
