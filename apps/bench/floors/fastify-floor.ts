import { readFileSync } from 'node:fs';
import fastify from 'fastify';

// Bare Fastify that sends the same bytes with the same headers: BENCH_ANSWER names a file {headers, body in base64}.
const answer = JSON.parse(readFileSync(String(process.env['BENCH_ANSWER']), 'utf8')) as { headers: Record<string, string>; body: string };
const body = Buffer.from(answer.body, 'base64');

const app = fastify();
app.get('/readyz', async () => 'ready');
app.get('/*', (_request, reply) => {
  void reply.headers(answer.headers).send(body);
});
void app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
process.on('SIGTERM', () => process.exit(0));
