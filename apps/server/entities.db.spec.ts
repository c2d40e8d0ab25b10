import type { EntityMetadata } from 'typeorm';
import { DATA_SOURCES, type DataSources } from '@prongsai/platform/db';
import { openServer, type Row, type ServerUnderTest } from '@prongsai/testing/db';
import { entities } from './app.module';
import { startServer } from './start-server';

/** Tables that no class stands for, and who writes them. */
const withoutEntity: Record<string, string> = {
  account_link: 'people: by insert and by app.set_password_by_link',
  audit_entry: 'app.record',
  audit_head: 'app.record',
  compliance_summary: 'the trigger of requirement_status',
  idempotent_act: 'TenantTransaction',
  migration: 'TypeORM',
  request_counter: 'SubmitRequest',
  paper_counter: 'PaperBook',
  site_content: 'written by triggers, read by one function',
  session: 'connect-pg-simple',
  sign_in_failure: 'PasswordCredentials',
};

/** Columns that a class leaves out on purpose, and why. */
const leftOut: Record<string, string> = { 'account.password_hash': 'never read through the class' };

const postgresNames: Record<string, string> = { timestamptz: 'timestamp with time zone' };

describe('entities and migrations', () => {
  let server: ServerUnderTest;
  let metadatas: EntityMetadata[];
  let columns: Row[];

  beforeAll(async () => {
    server = await openServer(startServer);
    metadatas = server.get<DataSources>(DATA_SOURCES).staff?.entityMetadatas ?? [];
    columns = await server.database.look(`
      select relname as "table", attname as "column", format_type(atttypid, atttypmod) as type, attnotnull as required, atthasdef or attidentity <> '' as filled,
             exists (select from pg_index where indrelid = attrelid and indisprimary and attnum = any(indkey)) as key
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped`);
  });
  afterAll(() => server.close());
  const inDatabase = (metadata: EntityMetadata) => columns.filter((column) => column['table'] === metadata.tableName);

  it('are all wired', () => {
    expect(metadatas.map(({ target }) => target)).toEqual(expect.arrayContaining(entities));
    expect(metadatas.length).toBe(entities.length);
  });

  it('stand for every table but the declared ones', () => {
    const tables = new Set(columns.map((column) => String(column['table'])));
    for (const { tableName } of metadatas) tables.delete(tableName);
    expect([...tables].sort()).toEqual(Object.keys(withoutEntity).sort());
  });

  it('agree on every column: its name, its type, whether it may be null, and whether it is of the key', () => {
    for (const metadata of metadatas) {
      const said = metadata.columns.map(({ databaseName, type, isArray, isNullable, isPrimary }) => ({
        column: `${metadata.tableName}.${databaseName}`, type: `${postgresNames[String(type)] ?? String(type)}${isArray ? '[]' : ''}`, required: !isNullable, key: isPrimary,
      }));
      const found = inDatabase(metadata).map(({ table, column, type, required, key }) => ({ column: `${String(table)}.${String(column)}`, type, required, key }));
      for (const one of said) expect(found).toContainEqual(one);
    }
  });

  it('leave out no column that a row needs, or any other than those that are declared', () => {
    const missing = metadatas.flatMap((metadata) => inDatabase(metadata).filter(({ column }) => !metadata.columns.some(({ databaseName }) => databaseName === column)));
    expect(missing.filter(({ required, filled }) => required && !filled)).toEqual([]);
    expect(missing.map(({ table, column }) => `${String(table)}.${String(column)}`).filter((name) => !(name in leftOut))).toEqual([]);
  });

  it('relate to no class of another room', () => {
    expect(metadatas.flatMap(({ relations, tableName }) => relations.map(({ propertyName }) => `${tableName}.${propertyName}`))).toEqual([]);
  });
});
