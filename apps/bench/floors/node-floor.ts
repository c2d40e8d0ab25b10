import { readFileSync } from 'node:fs';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { Pool } from 'pg';

// A bare Node server: one query as a plain role (no row-level security, no transaction), a page of the same size around
// its rows, gzip. BENCH_PAGE names a file with the page's HTML, BENCH_DATABASE the address of the role.
interface Row {
  code: string;
  title: string;
}
const page = readFileSync(String(process.env['BENCH_PAGE']), 'utf8');
const pool = new Pool({ connectionString: process.env['BENCH_DATABASE'], max: 10 });
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

async function answer(response: http.ServerResponse): Promise<void> {
  const { rows } = await pool.query<Row>('select code, title from bench.item order by live_from desc, id desc limit 10');
  const list = `<ul>${rows.map((row) => `<li><a href="/p/${row.code}">${escaped(row.title)}</a></li>`).join('')}</ul>`;
  // The rows take the place of as much of the page.
  const body = gzipSync(list + page.slice(list.length));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'content-length': body.length, 'cache-control': 'no-cache' }).end(body);
}

http
  .createServer((request, response) => {
    if (request.url === '/readyz') return void response.end('ready');
    answer(response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  })
  .listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
