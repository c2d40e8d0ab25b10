import { checkNoReasons, notFound, Refusal, refusalCatalogue, type Reason } from './refusal';

/** What a call throws. */
function thrownBy(call: () => unknown): Refusal {
  try {
    call();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('it threw nothing');
}

describe('the catalogue of refusals', () => {
  it.each(Object.entries(refusalCatalogue))('%s has a status and a Thai title', (code, { status, title }) => {
    expect(code).toMatch(/^[A-Z_]+$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).toMatch(/[\u0E00-\u0E7F]/);
    expect(thrownBy(() => { throw new Refusal(code as keyof typeof refusalCatalogue); })).toMatchObject({ status, title, message: title });
  });

  it('keeps the statuses of SPEC 20', () => {
    const statusOf = (code: keyof typeof refusalCatalogue) => refusalCatalogue[code].status;
    expect([statusOf('NOT_FOUND'), statusOf('NOT_SIGNED_IN'), statusOf('NOT_ALLOWED'), statusOf('INVALID'), statusOf('NOT_POSSIBLE')]).toEqual([404, 401, 403, 422, 409]);
    expect([statusOf('SAME_PERSON'), statusOf('FILE_REFUSED'), statusOf('FILE_TOO_LARGE'), statusOf('TOO_MANY_TRIES'), statusOf('UNAVAILABLE')]).toEqual([409, 422, 413, 429, 503]);
    expect([statusOf('PAYLOAD_TOO_LARGE'), statusOf('HEADERS_TOO_LARGE'), statusOf('BAD_REQUEST')]).toEqual([413, 431, 400]);
  });
});

describe('reasons', () => {
  const state: Reason = { code: 'STATE', text: 'เรื่องนี้เผยแพร่แล้ว' };
  const samePerson: Reason = { code: 'SAME_PERSON', text: 'ผู้อื่นต้องเป็นผู้พิจารณา' };

  it('let pass when there are none', () => expect(() => checkNoReasons([])).not.toThrow());

  it('refuse with all of them, in the words of the first', () => {
    expect(thrownBy(() => checkNoReasons([state, samePerson]))).toMatchObject({ code: 'NOT_POSSIBLE', status: 409, message: state.text, parts: { reasons: [state, samePerson] } });
  });

  it('give the answer their own code when the catalogue knows it', () => {
    expect(thrownBy(() => checkNoReasons([samePerson, state]))).toMatchObject({ code: 'SAME_PERSON', status: 409 });
  });

  it('what is not there and what belongs to others is refused alike', () => expect(thrownBy(notFound)).toMatchObject({ code: 'NOT_FOUND', status: 404 }));
});
