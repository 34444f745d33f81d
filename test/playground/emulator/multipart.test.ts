import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMultipart } from '../../../playground/emulator/multipart.js';

const boundary = '----------line';
const kind = `multipart/form-data; boundary=${boundary}`;

describe('a multipart body', () => {
  it('gives back every byte of a file, whatever it holds', () => {
    const pieces = fc.array(fc.constantFrom('\r\n', '--', '-', 'line', '\0', 'ا', '\r\n\r\n'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(pieces, (content) => {
        const bytes = Buffer.from(content.join(''));
        fc.pre(!bytes.includes(`\r\n--${boundary}`));
        const [file, field] = readMultipart(written(bytes), kind) ?? [];
        expect(file).toEqual({ field: 'f', fileName: 'a.csv', mime: 'text/csv', bytes });
        expect(field).toMatchObject({ field: 'chat_id', fileName: null, bytes: Buffer.from('42') });
      }),
    );
  });

  it('is understood with quotes and spaces, as browsers write it', async () => {
    const form = new FormData();
    form.set('document', new File(['x'], 'اعضا "۱".csv', { type: 'text/csv' }));
    const response = new Response(form);
    const body = Buffer.from(await response.arrayBuffer());
    const parts = readMultipart(body, response.headers.get('content-type') ?? '');
    expect(parts).toMatchObject([{ field: 'document', fileName: 'اعضا "۱".csv', mime: 'text/csv' }]);
  });

  it.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['no parts', kind, 'x'],
    ['a part without a head', kind, `--${boundary}\r\nx\r\n--${boundary}--`],
    ['a part without a name', kind, `--${boundary}\r\ncontent-type: a\r\n\r\nx\r\n--${boundary}--`],
  ])('with %s is none', (_, contentType, body) => {
    expect(readMultipart(Buffer.from(body), contentType)).toBeNull();
  });
});

const written = (bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition:form-data;name="f";filename=a.csv\r\n`),
    Buffer.from('content-type:text/csv\r\n\r\n'),
    bytes,
    Buffer.from(`\r\n--${boundary}\r\ncontent-disposition:form-data;name="chat_id"\r\n\r\n42`),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
