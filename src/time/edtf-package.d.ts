// The package that our reading of EDTF is compared with in tests ships no types; this is what we use of it.
declare module 'edtf' {
  /** Parses a date; `min` and `max` are the first and last millisecond it may mean, infinite where it is open. */
  export default function edtf(date: string): { readonly min: number; readonly max: number };
}
