import { writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { newId } from '@prongsai/kernel/core';
import { onSite, type Installation } from '../installation';
import type { Lab } from '../lab';
import { call } from '../measure/call';
import { compare } from '../measure/compare';
import type { Outcome } from '../report';
import { ratio, time, told } from './words';

const unit = 'kapho';
/** For the news of a change to come round through the database, without the processor falling asleep. */
const pauseMs = 1;

/**
 * Pages that are found in no cache, database included, against a bare Node server with one query and gzip.
 *
 * How the cache is made to miss: before each call the unit's content gets its next version and the database tells so, as
 * every act that publishes does; so the process asks again whose site it is, reads, draws and compresses. The home page is
 * moreover asked of a process that keeps no page at all (PAGE_CACHE_MIB=0), in case the news is late, and of the unit as the demo
 * tells it; the pages of items are asked of an ordinary process, each item once in the whole run. The floor's calls wait as long as the others.
 */
export async function uncachedPage(lab: Lab): Promise<Outcome> {
  const demo = await lab.demo();
  const { rounds, requests } = lab.sizes;
  const count = Math.max(50, Math.round(requests / 5));
  const drawing = await demo.serve({ DEMO: 'seeds', PAGE_CACHE_MIB: '0' });
  const headers = onSite(unit);
  const html = async (path: string, from = drawing) => gunzipSync((await call({ port: from.port, path, headers })).body).toString('utf8');
  const plain = await plainRole(demo);
  const floorOf = async (path: string, name: string, from = drawing) => {
    const file = demo.file(name);
    writeFileSync(file, await html(path, from));
    return demo.floor('node-floor', { BENCH_PAGE: file, BENCH_DATABASE: plain });
  };
  const before = { databaseUrl: demo.url, sql: await nextVersion(demo), pauseMs };
  const ask = (calls: (round: number) => string[]) => (round: number) => ({ calls: calls(round).map((path) => ({ path })), count, headers, before });
  const homeFloor = await floorOf('/', 'home.html');
  const length = Buffer.byteLength(await html('/'));
  const home = await compare(lab.generator, { page: { process: drawing, load: ask(() => ['/']) }, floor: { process: homeFloor, load: ask(() => ['/']) } }, rounds);
  await Promise.all([drawing, homeFloor].map((running) => running.end()));
  const codes = await addItems(demo, (rounds + 1) * count);
  const keeping = await demo.serve({ DEMO: 'seeds' });
  const itemFloor = await floorOf(`/p/${codes[0]}`, 'item.html', keeping);
  const item = await compare(lab.generator, {
    page: { process: keeping, load: ask((round) => codes.slice(round * count, (round + 1) * count).map((code) => `/p/${code}`)) },
    floor: { process: itemFloor, load: ask(() => ['/']) },
  }, rounds);
  await Promise.all([keeping, itemFloor].map((running) => running.end()));
  return {
    name: 'uncached-page',
    how: 'Pages of Kapho in the demo that no cache holds: before each call the unit\'s content gets a new version, as publishing gives it. CPU is the server process\'s, without PostgreSQL\'s.',
    findings: [
      ratio('home page against bare Node, one query, gzip', home.page, home.floor, 2),
      ratio('page of an item, each item once', item.page, item.floor, 2),
      time('a whole home page', home.page.millis, 5),
      time('a whole page of an item', item.page.millis, 5),
      told('the same of the floor', `${home.floor.millis.toFixed(2)} ms; the home page has ${length} bytes of HTML`),
    ],
  };
}

/** Live items of the unit, copied from one of them with their requests; answers their codes. */
async function addItems(demo: Installation, count: number): Promise<string[]> {
  const mark = newId().slice(-6);
  const copy = (table: string, changes: string) => `insert into ${table} select (jsonb_populate_record(original, ${changes})).*
    from ${table} original cross join generate_series(1, $2::int) n where original.tenant_id = $3 and original.id = $4`;
  const [one] = await demo.ask(
    `select item.tenant_id, item.id, item.request_id from publication item join tenant on tenant.id = item.tenant_id
     where tenant.slug = $1 and item.live_until is null and item.withdrawn_at is null and item.superseded_at is null and item.live_from <= now() order by item.id limit 1`,
    [unit],
  );
  const request = `md5('request ' || $1::text || n)`;
  const item = `md5('publication ' || $1::text || n)`;
  const named = `$1::text || '-' || n`;
  await demo.ask('begin');
  await demo.ask(copy('publication_request', `jsonb_build_object('id', ${request}, 'number', 100000 + (select count(*) from publication_request) + n, 'link_code', ${named}, 'publication_id', ${item})`), [mark, count, one?.['tenant_id'], one?.['request_id']]);
  await demo.ask(copy('publication', `jsonb_build_object('id', ${item}, 'code', ${named}, 'request_id', ${request}, 'title', original.title || ' ' || n)`), [mark, count, one?.['tenant_id'], one?.['id']]);
  await demo.ask('commit');
  await demo.ask('analyze publication_request, publication');
  return Array.from({ length: count }, (_, index) => `${mark}-${index + 1}`);
}

/** The statement that gives the unit's content its next version and tells so, as the trigger of an act does. */
async function nextVersion(demo: Installation): Promise<string> {
  const [row] = await demo.ask('select id from tenant where slug = $1', [unit]);
  return `with next as (update site_content set version = version + 1 where tenant_id = '${String(row?.['id'])}' returning tenant_id, version)
    select pg_notify('prongsai_site', tenant_id || ' ' || version) from next`;
}

/** A role without policies on a plain copy of the unit's items; answers its address. */
async function plainRole(demo: Installation): Promise<string> {
  const password = newId();
  await demo.ask(`do $$ begin if not exists (select from pg_roles where rolname = 'bench_plain') then create role bench_plain login; end if; end $$`);
  await demo.ask(`alter role bench_plain password '${password}'`);
  await demo.ask('create schema if not exists bench');
  await demo.ask(`create table if not exists bench.item as select id, code, title, live_from from publication where tenant_id = (select id from tenant where slug = '${unit}')`);
  await demo.ask('create index if not exists item_live on bench.item (live_from desc, id desc)');
  await demo.ask('grant usage on schema bench to bench_plain');
  await demo.ask('grant select on bench.item to bench_plain');
  const url = new URL(demo.url);
  [url.username, url.password] = ['bench_plain', password];
  return url.toString();
}

