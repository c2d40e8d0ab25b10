import { z } from 'zod';
import { StatusByCode } from './reports';

describe('status by requirement', () => {
  it.each([[{}], [{ basic: 'met', framework: 'not_applicable' }]])('takes %j', (value) => expect(StatusByCode.parse(value)).toEqual(value));
  it.each([[{ basic: 'fine' }], [{ basic: null }], [{ basic: 'met', secret: { status: 'met' } }], [['met']], [null], ['met'], [undefined]])('refuses %j', (value) => {
    expect(StatusByCode.safeParse(value).success).toBe(false);
  });
  it('describes itself as what it is', () => {
    expect(z.toJSONSchema(z.object({ statuses: StatusByCode }), { io: 'output', unrepresentable: 'any' })).toMatchObject({
      properties: { statuses: { type: 'object', additionalProperties: { type: 'string', enum: expect.arrayContaining(['met', 'overdue']) } } },
    });
  });
});
