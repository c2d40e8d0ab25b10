import { onSite, signIn } from '../installation';
import { demoPassword, type Lab } from '../lab';
import { compare } from '../measure/compare';
import type { Outcome } from '../report';
import { cpuText, told } from './words';

/** Where the CPU of an API call goes: nothing but HTTP, session, guard of a network and of a unit, and a verb. Only told. */
export async function apiCall(lab: Lab): Promise<Outcome> {
  const demo = await lab.demo();
  const server = await demo.serve({ DEMO: 'seeds' });
  const owner = await signIn(server, { email: 'owner@kapho.example', password: demoPassword });
  const supervisor = await signIn(server, { email: 'supervisor@pattani.example', password: demoPassword });
  const count = Math.max(50, Math.round(lab.sizes.requests / 5));
  const { cookie: _cookie, ...nobody } = owner;
  const load = (headers: Record<string, string>, path: string, more: object = {}) => ({ process: server, load: () => ({ calls: [{ path, ...more }], count, headers }) });
  const draft = { method: 'POST', body: JSON.stringify({ title: 'ร่างของการวัด', categoryCode: 'dho.08' }) };
  const seen = await compare(lab.generator, {
    health: load(onSite('kapho'), '/healthz'),
    session: load(owner, '/api/v1/session'),
    network: load(supervisor, '/api/v1/networks/pattani/rounds?limit=1'),
    unit: load(owner, '/api/v1/tenants/kapho/categories'),
    refused: { process: server, load: () => ({ calls: [{ path: '/api/v1/tenants/kapho/categories' }], count, headers: nobody, status: 401 }) },
    draft: { process: server, load: () => ({ calls: [{ path: '/api/v1/tenants/kapho/requests', ...draft }], count, headers: owner, status: 201 }) },
  }, Math.min(3, lab.sizes.rounds));
  await server.end();
  const line = (what: string, of: keyof typeof seen) => told(what, `${cpuText(seen[of])}, ${seen[of].millis.toFixed(2)} ms each`);
  return {
    name: 'api-call',
    how: 'Calls of the API one at a time in the demo, to see where time goes. The guard of a unit\'s route is the session, the account, the membership and the roles: three short transactions.',
    findings: [
      line('GET /healthz: HTTP and routing alone', 'health'),
      line('signed out, refused by the guard', 'refused'),
      line('GET /session: session, account, memberships', 'session'),
      line('GET of a network: session, guard, one transaction', 'network'),
      line('GET of a unit: session, guard, one transaction', 'unit'),
      line('POST of a draft: session, guard, one verb', 'draft'),
    ],
  };
}
