import {
  faultText,
  isOneAddress,
  MAIL_ATTEMPTS,
  maskAddress,
  readFault,
  smtpFault,
  statusAfter,
  withoutAddresses,
} from './mail-faults.rules.js';

describe('a fault on the way to the mail server', () => {
  it.each([
    ['unknown recipient', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'REFUSED'],
    ['text refused', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'REFUSED'],
    ['greylisting', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'DEFERRED'],
    ['busy server', { code: 'EPROTOCOL', responseCode: 421 }, 'DEFERRED'],
    ['wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'SIGN_IN'],
    ['our sender refused', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, 'SIGN_IN'],
    ['server turned off', { code: 'ESOCKET', message: 'connect ECONNREFUSED' }, 'CONNECTION'],
    ['line cut', { code: 'ECONNECTION' }, 'CONNECTION'],
    ['timeout', { code: 'ETIMEDOUT' }, 'CONNECTION'],
    ['no usable address', { code: 'EENVELOPE', message: 'No recipients defined' }, 'BAD_ADDRESS'],
  ])('%s', (_, error, code) => {
    expect(smtpFault({ message: 'x', ...error }).code).toBe(code);
  });

  it('never carries an address', () => {
    const response = '550 5.1.1 <zoe.exemple+b@exemple.org>: unknown (from bonjour@volontaires.example)\r\n';
    const { detail } = smtpFault({ message: 'no', response, code: 'EENVELOPE', responseCode: 550 });
    expect(detail).toBe('550 5.1.1 <…>: unknown (from …)');
    expect(withoutAddresses('Zoé@exemple.org')).toBe('…');
  });

  it('is kept as one line and read back', () => {
    const fault = { code: 'REFUSED', detail: '550 a: b' } as const;
    expect(readFault(faultText(fault))).toEqual(fault);
    expect(readFault(faultText({ code: 'NO_ADDRESS', detail: '' }))).toEqual({ code: 'NO_ADDRESS', detail: '' });
    expect(readFault('toString: x')).toBeNull();
  });
});

describe('what becomes of the mail', () => {
  it('ends at once when the answer is final', () => {
    expect(statusAfter({ code: 'REFUSED', detail: '' }, 1)).toBe('failed');
    expect(statusAfter({ code: 'NO_ADDRESS', detail: '' }, 1)).toBe('skipped');
  });

  it('waits for a better moment, but not for ever', () => {
    expect(statusAfter({ code: 'DEFERRED', detail: '' }, 1)).toBe('queued');
    expect(statusAfter({ code: 'CONNECTION', detail: '' }, MAIL_ATTEMPTS - 1)).toBe('queued');
    expect(statusAfter({ code: 'CONNECTION', detail: '' }, MAIL_ATTEMPTS)).toBe('failed');
  });
});

describe('an address', () => {
  it.each(['zoe@exemple.org', 'a.b+c@d-e.fr', 'o’neil@exemple.org', 'élodie@exemple.org'])('%s is one', (address) => {
    expect(isOneAddress(address)).toBe(true);
  });

  it.each(['', 'zoe', 'a@b', 'a@b.fr, c@d.fr', 'a@b.fr\r\nBcc: x@y.fr', '<a@b.fr>', 'a@b.fr;c@d.fr', '"a@b.fr"@c.fr'])(
    '%j is not',
    (address) => {
      expect(isOneAddress(address)).toBe(false);
    },
  );

  it('is shown by its first letter and its domain', () => {
    expect(maskAddress('awa@exemple.org')).toBe('a***@exemple.org');
    expect(maskAddress('@exemple.org')).toBe('***');
    expect(maskAddress('nothing')).toBe('***');
  });
});
