import Module from 'node:module';
import path from 'node:path';

/** What Node's loader calls to turn a request into a file; Jest's `moduleNameMapper` does not reach global set-up. */
interface Resolver {
  _resolveFilename(request: string, ...rest: unknown[]): string;
}

const libs = path.resolve(__dirname, '../..');
const resolver = Module as unknown as Resolver;
const resolveFilename = resolver._resolveFilename;

resolver._resolveFilename = function resolveRoom(this: unknown, request: string, ...rest: unknown[]): string {
  const room = /^@prongsai\/(.+)$/.exec(request)?.[1];
  return resolveFilename.call(this, room ? path.join(libs, room, 'index.ts') : request, ...rest);
};
