import { describe, expect, it } from 'vitest';
import { ConflictError, errorWords, readErrorBody } from './errors';

const body = (code: string, details: object = {}) => ({
  data: null,
  error: { status: 400, name: 'ValidationError', message: '服务器的话', details: { code, ...details } },
});

describe('readErrorBody', () => {
  it('keeps the code, the fields and the wait', () => {
    const error = readErrorBody(
      400,
      body('BAD_INPUT', { errors: [{ path: ['name'], code: 'REQUIRED', message: '必填。' }] }),
    );
    expect(error).toMatchObject({ code: 'BAD_INPUT', statusCode: 400 });
    expect(error.fieldErrors).toEqual([{ path: ['name'], code: 'REQUIRED', message: '必填。' }]);
    expect(readErrorBody(429, body('TOO_MANY_TRIES', { retryAfter: 30 })).retryAfter).toBe(30);
  });

  it('sets a conflict apart, with the record as it is now', () => {
    const error = readErrorBody(
      409,
      body('REV_CONFLICT', { current: { documentId: 'd1', rev: 7, name: '示例' } }),
    );
    expect(error).toBeInstanceOf(ConflictError);
    expect((error as ConflictError).current).toMatchObject({ id: 'd1', rev: 7, name: '示例' });
  });

  it.each([null, 'Bad gateway', {}, { error: 'x' }])('survives a body that is not ours: %j', (strange) => {
    expect(readErrorBody(502, strange)).toMatchObject({ code: 'INTERNAL', statusCode: 502 });
  });
});

describe('errorWords', () => {
  it('uses the words of a known code', () => {
    expect(errorWords(readErrorBody(404, body('NOT_FOUND'))).zh).toMatch('没有找到');
  });

  it('falls back to what the server wrote', () => {
    expect(errorWords(readErrorBody(400, body('SOMETHING_NEW'))).zh).toBe('服务器的话');
  });

  it('has words for anything thrown', () => expect(errorWords(new TypeError('x')).en).toMatch(/unexpected/));
});
