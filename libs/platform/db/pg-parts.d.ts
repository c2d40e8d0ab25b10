// Parts of pg that its types leave out.
declare module 'pg/lib/utils' {
  /** A value as the wire takes it: text, bytes, or null. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
