import type { RegisterState } from './state.ts';

/** A state as plain values in the order they are gone through, to be compared however its maps are kept. */
export function plain(state: RegisterState): unknown {
  const { reports, claims, persons, ...rest } = state;
  return { ...rest, reports: [...reports], claims: [...claims], persons: [...persons] };
}
