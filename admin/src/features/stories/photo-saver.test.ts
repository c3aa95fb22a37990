import { expect, it, vi } from 'vitest';
import { moveCover, PhotoSaver, saverOf } from './photo-saver';

type Sent = Record<string, unknown>;

/** A server of one picture that refuses what goes on from an old revision, and what it is told to refuse. */
function pictureWith(row: Sent = {}, refused: (values: Sent) => boolean = () => false) {
  const record = { id: 'p1', documentId: 'p1', rev: 1, alt: '旧', cover: false, ...row };
  const saver = new PhotoSaver();
  const failed = vi.fn();
  const sent: Sent[] = [];
  const read = () => saver.seen({ ...record }, { send, failed });
  const send = async (rev: number, values: Sent) => {
    sent.push(values);
    await Promise.resolve();
    if (rev !== record.rev || refused(values)) throw new Error(`refused at ${rev}`);
    Object.assign(record, values, { rev: rev + 1 });
    read();
    return record.rev;
  };
  read();
  /** As the card is on the screen. */
  const show = () => saver.subscribe(() => undefined);
  const settled = () => vi.waitFor(() => expect(saver.written().saving).toBe(false));
  return { saver, record, sent, failed, show, settled };
}

it('saves a field when it is left, and nothing where nothing was changed', async () => {
  const { saver, record, sent, settled } = pictureWith();
  saver.save('alt', '旧 ');
  saver.save('caption', '');
  saver.type('alt', '新');
  saver.save('alt', ' 新 ');
  await settled();
  expect(sent).toEqual([{ alt: '新' }]);
  expect(record).toMatchObject({ alt: '新', rev: 2 });
  expect(saver.written().typed).toEqual({});
});

it('keeps what is typed on in a field that is being saved', async () => {
  const { saver, record, settled } = pictureWith();
  saver.save('alt', '一');
  saver.type('alt', '一二');
  await settled();
  expect(saver.written().typed).toEqual({ alt: '一二' });
  saver.save('alt', '一二');
  await settled();
  expect(record.alt).toBe('一二');
});

it('goes back to the first value although another one is on its way', async () => {
  const { saver, record, sent, settled } = pictureWith();
  saver.save('alt', '新');
  saver.save('alt', '旧');
  await settled();
  expect(sent).toEqual([{ alt: '新' }, { alt: '旧' }]);
  expect(record.alt).toBe('旧');
});

it('keeps what was refused with the reason, though another field is saved, until it is taken or given up', async () => {
  const { saver, show, failed, settled } = pictureWith({}, ({ alt }) => alt === '坏');
  show();
  saver.save('alt', '坏');
  saver.save('caption', '说明');
  await settled();
  expect(saver.written().typed).toEqual({ alt: '坏' });
  expect(Object.keys(saver.written().problems)).toEqual(['alt']);
  expect(failed).not.toHaveBeenCalled();
  saver.save('alt', '旧');
  expect(saver.written()).toMatchObject({ typed: {}, problems: {} });
});

it('tells a failure aloud when its card is gone, and still has the value', async () => {
  const { saver, show, failed, settled } = pictureWith({}, () => true);
  const leave = show();
  saver.save('alt', '新');
  leave();
  await settled();
  expect(failed).toHaveBeenCalledTimes(1);
  expect(saver.written().typed).toEqual({ alt: '新' });
});

it('saves a field that was never left once its card goes, but tries nothing again that was refused', async () => {
  const { saver, sent, settled } = pictureWith({}, ({ alt }) => alt === '坏');
  saver.save('alt', '坏');
  await settled();
  saver.type('caption', '说明');
  saver.flush();
  await settled();
  expect(sent).toEqual([{ alt: '坏' }, { caption: '说明' }]);
});

it('saves nothing of a picture that is deleted', async () => {
  const { saver, sent } = pictureWith();
  saver.type('alt', '新');
  saver.drop();
  saver.flush();
  expect([sent, saver.written().typed]).toEqual([[], {}]);
});

it('is one for each account and picture', () => {
  expect(saverOf('ann', 'p1')).toBe(saverOf('ann', 'p1'));
  expect(new Set([saverOf('ann', 'p1'), saverOf('ann', 'p2'), saverOf('bob', 'p1')]).size).toBe(3);
});

it('makes a picture the cover in line with what is being saved of both', async () => {
  const old = pictureWith({ cover: true });
  const next = pictureWith();
  old.saver.save('alt', '甲');
  next.saver.save('caption', '乙');
  await moveCover(old.saver, next.saver);
  expect(old.record).toMatchObject({ alt: '甲', cover: false });
  expect(next.record).toMatchObject({ caption: '乙', cover: true });
});

it('puts the old cover back where the new one is refused', async () => {
  const old = pictureWith({ cover: true });
  const next = pictureWith({}, ({ cover }) => cover === true);
  await expect(moveCover(old.saver, next.saver)).rejects.toThrow('refused');
  expect([old.record.cover, next.record.cover]).toEqual([true, false]);
});
