import fc from 'fast-check';
import { isShown, kindOf, sniff, tidyName } from './material.rules.js';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the type of a file', () => {
  it.each([
    ['%PDF-1.7', 'pdf'],
    ['\u0089PNG\r\n\u001a\n', 'image'],
    ['\u00ff\u00d8\u00ff\u00e0', 'image'],
    ['RIFF....WEBPVP8 ', 'image'],
    ['ID3\u0004', 'audio'],
    ['....ftypM4A ', 'audio'],
    ['....ftypisom', 'video'],
    ['PK\u0003\u0004....[Content_Types].xml....ppt/presentation.xml', 'slides'],
    ['PK\u0003\u0004....word/document.xml', 'document'],
    ['PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.presentation', 'slides'],
  ])('is seen by its bytes: %j', (bytes, kind) => expect(kindOf(sniff(latin(bytes)))).toBe(kind));

  it.each([
    '<html><script>',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    'MZ\u0090',
    '#!/bin/sh',
    'PK\u0003\u0004....evil.exe',
    '',
  ])('is not taken from what could run or is unknown: %j', (bytes) => expect(sniff(latin(bytes))).toBeNull());

  it('is never one that a browser would run', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sniff(Buffer.from(bytes)) ?? '').not.toMatch(/html|svg|script|xml$/);
      }),
    );
    expect(isShown('application/pdf')).toBe(false);
    expect(isShown('image/png')).toBe(true);
  });
});

describe('the name of a file', () => {
  it('has no folder, no quote and no line break', () => {
    expect(tidyName('C:\\dossiers\\support.pdf')).toBe('support.pdf');
    expect(tidyName('../../etc/passwd')).toBe('passwd');
    expect(tidyName('a"\r\nSet-Cookie: x.pdf')).toBe('aSet-Cookie x.pdf');
    expect(tidyName('///')).toBe('support');
  });
  it('is always something that a header bears', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(tidyName(name)).toMatch(/^[^\r\n"\\/]+$/);
        expect(tidyName(name).length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
