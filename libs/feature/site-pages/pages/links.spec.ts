import { mailHref, phoneParts, safeHref, telHref } from './links';

describe('an address that people typed', () => {
  it.each([
    ['https://www.moph.go.th/a?b=ค', 'https://www.moph.go.th/a?b=%E0%B8%84'],
    [' http://example.go.th ', 'http://example.go.th/'],
  ])('%s becomes a link', (typed, href) => expect(safeHref(typed)).toBe(href));

  it.each([
    'javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd',
    'ftp://example.com', '//example.com', '/p/abc', 'www.moph.go.th', 'https://moph.go.th@evil.example/', 'https://', '', 'ไม่มี',
  ])('%j does not', (typed) => expect(safeHref(typed)).toBeNull());

  it('is no link when there is none', () => expect(safeHref(null)).toBeNull());
});

describe('a telephone number', () => {
  it.each([
    ['0 7349 4064', 'tel:073494064'], ['073-494064', 'tel:073494064'], ['๐ ๗๓๔๙ ๔๐๖๔', 'tel:073494064'], ['0 7349 4064 ต่อ 12', 'tel:073494064'],
    ['0 7349 4064-5', 'tel:073494064'], ['08 1234 5678, 0 7349 4064', 'tel:0812345678'], ['1669', 'tel:1669'], ['0 7349 4064 (ในเวลาราชการ)', 'tel:073494064'],
  ])('%s is dialled as %s', (written, href) => expect(telHref(written)).toBe(href));

  it('is told apart from what is said of it', () => {
    expect(phoneParts('0 7300 0000 (หมายเลขสมมติ)')).toEqual({ number: '0 7300 0000', remark: '(หมายเลขสมมติ)' });
    expect(phoneParts('(02) 590 1000')).toEqual({ number: '(02) 590 1000', remark: null });
  });

  it.each(['', 'ไม่มี', '12', '073494', null])('%j is not dialled', (written) => expect(telHref(written)).toBeNull());
});

describe('an e-mail address', () => {
  it('is a link when it is one', () => {
    expect(mailHref('info@kapho.example')).toBe('mailto:info@kapho.example');
    for (const wrong of ['info', 'a@b', 'a@b.c?bcc=x@y.z', 'a b@c.d', null]) expect(mailHref(wrong)).toBeNull();
  });
});
