import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markOf } from '../../cms/src/audit/chain';
import { thumbnailOf } from '../../cms/src/files/fingerprint';
import { checkAudit } from '../../scripts/lib/check-audit';
import { type ServerProcess, startServer } from '../../scripts/lib/server-process';
import { type Builders, builders, step } from './support/builders';
import { type Client, type Rec, signIn } from './support/client';
import { connect } from './support/connect';
import { patchwork, uploadPicture } from './support/files';
import { placeFixtureModel } from './support/fixture-model';
import { freshDatabase } from './support/fresh-database';
import { type Verdict, verify, verifyByCommand } from './support/verify';

// A server of its own: what these tests break must not break the others.
let dataDir: string;
let databaseUrl: string | null = null;
let server: ServerProcess;
let db: Knex;
let by: Client;
let make: Builders;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-audit-'));
  placeFixtureModel(dataDir);
  // As one was made before this was minded.
  chmodSync(dataDir, 0o755);
  databaseUrl = await freshDatabase('audit');
  server = await startServer({ dataDir, databaseUrl, demo: false });
  db = connect({ dataDir, databaseUrl });
  const office = server.accounts.find(({ role }) => role === 'districtOffice');
  by = await signIn(office?.username ?? '', office?.password ?? '', server.url);
  make = builders(by);
});

afterAll(async () => {
  await db?.destroy();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const check = (): Promise<Verdict> => verify({ dataDir, databaseUrl });
const entriesOf = (documentId: string) =>
  db('audit_entries').where({ document_id: documentId }).orderBy('id').select();
const count = async (table: string) => Number((await db(table).count({ n: '*' }).first())?.n);

async function untilSealed(): Promise<void> {
  const since = Date.now();
  while ((await count('audit_pending')) > 0) {
    if (Date.now() - since > 60_000) throw new Error('The entries are not sealed');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('the data are readable to nobody else on the machine', () => {
  const open = ['', ...readdirSync(dataDir)].filter((name) => {
    const { mode } = statSync(path.join(dataDir, name));
    return (mode & 0o077) !== 0 && (name === '' || /sqlite|secrets|audit-head/.test(name));
  });
  expect(open).toEqual([]);
});

describe('every change leaves one entry', () => {
  it('a record’s life is told whole', async () => {
    const unit = await make.unit();
    await by.put(`/units/${unit.documentId}`, { data: { leader: '甲' } }, 1);
    await by.remove(`/units/${unit.documentId}`, 2);
    const entries = await entriesOf(unit.documentId);
    expect(entries.map(({ action, rev }) => [action, Number(rev)])).toEqual([
      ['create', 1],
      ['update', 2],
      ['delete', 2],
    ]);
    expect(entries.every(({ actor_role: role }) => role === 'districtOffice')).toBe(true);
    expect(entries.at(-1)?.state_hash).toBeNull();
    expect(JSON.parse(entries[2].changes).name).toEqual([unit.name, null]);
  });

  it('what is refused leaves none: the entry is part of the change’s transaction', async () => {
    const unit = await make.unit();
    const before = await count('audit_entries');
    const refused = [
      await by.post('/units', { data: { name: unit.name, unitClass: 'key' } }),
      await by.put(`/units/${unit.documentId}`, { data: { leader: '乙' } }, 9),
      await by.put(`/units/${unit.documentId}`, { data: { unitClass: 'moon' } }, 1),
      await by.put(`/units/${unit.documentId}`, { data: {} }, 1),
      await by.post('/pairings', { data: { unit: unit.documentId } }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([409, 409, 400, 200, 400]);
    expect(await count('audit_entries')).toBe(before);
    const { data } = await by.get<Rec>(`/units/${unit.documentId}`);
    expect(data.rev).toBe(1);
  });

  it('is sealed by itself soon after', async () => {
    await make.unit();
    await untilSealed();
    expect(await count('audit_pending')).toBe(0);
  });

  it('a password is told of, not told', async () => {
    const person = await make.person('inspector');
    await by.post(`/staff/${person.staff.documentId}/reset-password`, undefined, { rev: 1 });
    const entries = await entriesOf(person.staff.documentId);
    expect(entries.map(({ action }) => action)).toEqual(['create', 'password']);
    expect(entries[0].state_hash).not.toBe(entries[1].state_hash);
    expect(JSON.stringify(entries)).not.toContain('$2');
    expect(JSON.stringify(entries)).not.toContain(person.password);
  });
});

describe('the log, read', () => {
  type Told = { action: string; title: string | null; changes: Record<string, [unknown, unknown]> };
  const logOf = async (documentId: string) => (await by.get<Told[]>(`/audit?document=${documentId}`)).data;

  it('names the records that a relation led to, never a row id', async () => {
    const [first, second] = [await make.department(), await make.department()];
    const unit = await make.unit({ department: first.documentId });
    await by.put(`/units/${unit.documentId}`, { data: { department: second.documentId } }, 1);
    const [changed] = await logOf(unit.documentId);
    expect(changed?.changes.department).toEqual([first.name, second.name]);
    expect(changed?.title).toBe(unit.name);
  });

  it('calls a record by its name, one without a name by what it joins, a deleted one by its last name', async () => {
    const [unit, station] = [await make.unit(), await make.station()];
    const pairing = await make.pairing({ unit: unit.documentId, station: station.documentId });
    expect((await logOf(pairing.documentId))[0]?.title).toBe(`${unit.name} — ${station.name}`);
    const gone = await make.unit();
    await by.remove(`/units/${gone.documentId}`, 1);
    expect((await logOf(gone.documentId)).map(({ action, title }) => [action, title])).toEqual([
      ['delete', gone.name],
      ['create', gone.name],
    ]);
  });
});

describe('verify-audit', () => {
  /** Breaks something, looks at the verdict, mends it, and sees that it was all. */
  async function caught(
    code: string,
    where: string,
    spoil: () => Promise<unknown>,
    mend: () => Promise<unknown>,
  ) {
    await untilSealed();
    await spoil();
    const verdict = await check();
    await mend();
    expect(verdict.codes, verdict.output).toContain(code);
    expect(verdict.output).toContain(where);
    expect(verdict.exitCode).toBe(1);
    const after = await check();
    expect(after.exitCode, after.output).toBe(0);
  }

  it('passes what the server wrote, of every type and in every notation', async () => {
    const scene = await make.pairing({ startsOn: '2022-07-01', unitContactPhone: '', note: null });
    const activity = await make.activity({
      startsAt: '2022-11-18T09:00:00.5+08:00',
      endsAt: '2022-11-18T11:00:00+08:00',
      firstAidOfficer: '王',
      summary: '',
      volunteers: 0,
      routine: true,
    });
    await by.put(
      `/activities/${activity.documentId}`,
      { data: { venue: '', startsAt: '2022-11-18T01:00:00Z' } },
      1,
    );
    await make.unit({ aliases: ['乙', '甲'], note: ' 空格 \r\n换行 😀 ' });
    await make.programme({ phases: { b: [1.5, { z: null, a: 'x' }], a: 1e21 } });
    await make.project();
    await make.story({ content: [{ type: 'paragraph', children: [{ type: 'text', text: ' 正文 ' }] }] });
    await make.team({ size: 3 });
    const rubric = await make.rubric();
    await step(by, `/rubrics/${rubric.documentId}`, 'adopt');
    const round = await make.round({ rubric: rubric.documentId });
    const rater = await make.person('evaluator');
    const unit = await make.unit();
    await make.assignment({
      round: round.documentId,
      unit: unit.documentId,
      evaluator: rater.staff.documentId,
    });
    await step(by, `/rounds/${round.documentId}`, 'open');
    const [sheet] = (await rater.client.get('/evaluations')).data as [Rec];
    const data = { entries: { A1: { points: 20.25 }, A2: { deductions: [] }, B1: { points: 3 } } };
    await rater.client.put(`/evaluations/${sheet.documentId}`, { data }, sheet.rev);
    await step(rater.client, `/evaluations/${sheet.documentId}`, 'submit');
    expect(scene.rev).toBe(1);
    await untilSealed();
    const verdict = await verifyByCommand({ dataDir, databaseUrl });
    expect(verdict.output).toContain('核对通过');
    expect(verdict.exitCode).toBe(0);
    expect(verdict.output).toMatch(/重算 1 个/);
  });

  it('finds a record edited in the database', async () => {
    const unit = await make.unit({ leader: '原来的' });
    await caught(
      'RECORD_CHANGED',
      unit.documentId,
      () => db('units').where({ document_id: unit.documentId }).update({ leader: '改过的' }),
      () => db('units').where({ document_id: unit.documentId }).update({ leader: '原来的' }),
    );
  });

  it('finds what lies within a record edited in the database', async () => {
    const [one, other] = [await make.team(), await make.team()];
    const visit = await make.visit({
      teams: [one.documentId],
      gifts: [{ name: '米', boxes: [{ label: '甲' }] }],
    });
    const link = db('visits_teams_lnk').where({ visit_id: visit.id });
    await caught(
      'RECORD_CHANGED',
      visit.documentId,
      () => link.clone().update({ volunteer_team_id: other.id }),
      () => link.clone().update({ volunteer_team_id: one.id }),
    );
    const box = db('components_shared_boxes').where({ label: '甲' });
    await caught(
      'RECORD_CHANGED',
      visit.documentId,
      () => box.clone().update({ label: '乙' }),
      () => db('components_shared_boxes').where({ label: '乙' }).update({ label: '甲' }),
    );
    const place = db('visits_cmps').where({ entity_id: visit.id });
    await caught(
      'RECORD_CHANGED',
      visit.documentId,
      () => place.clone().update({ entity_id: null }),
      () => db('visits_cmps').whereNull('entity_id').update({ entity_id: visit.id }),
    );
  });

  it('finds a record put into the database', async () => {
    const unit = await make.unit();
    const row = await db('units').where({ document_id: unit.documentId }).first();
    await caught(
      'RECORD_UNKNOWN',
      'insertedbyhand0000000000',
      () =>
        db('units').insert({
          ...row,
          id: 900_001,
          name: '塞进来的',
          document_id: 'insertedbyhand0000000000',
        }),
      () => db('units').where({ id: 900_001 }).delete(),
    );
  });

  it('finds a record taken out of the database', async () => {
    const unit = await make.unit();
    const row = await db('units').where({ document_id: unit.documentId }).first();
    await caught(
      'RECORD_VANISHED',
      unit.documentId,
      () => db('units').where({ id: row.id }).delete(),
      () => db('units').insert(jsonReady(row)),
    );
  });

  it('finds an account raised to another role, or given another password', async () => {
    const { staff } = await make.person('inspector');
    const where = { document_id: staff.documentId };
    await caught(
      'RECORD_CHANGED',
      staff.documentId,
      () => db('up_users').where(where).update({ staff_role: 'districtOffice' }),
      () => db('up_users').where(where).update({ staff_role: 'inspector' }),
    );
    const { password } = await db('up_users').where(where).first('password');
    await caught(
      'RECORD_CHANGED',
      staff.documentId,
      () =>
        db('up_users')
          .where(where)
          .update({ password: `${password}x` }),
      () => db('up_users').where(where).update({ password }),
    );
  });

  it('finds an edited entry, and names it', async () => {
    const unit = await make.unit();
    const [entry] = await entriesOf(unit.documentId);
    await caught(
      'ENTRY_CHANGED',
      `日志 ${entry.id}`,
      () => db('audit_entries').where({ id: entry.id }).update({ actor_name: '别人' }),
      () => db('audit_entries').where({ id: entry.id }).update({ actor_name: entry.actor_name }),
    );
  });

  it('finds an edited entry and record that agree with each other', async () => {
    const unit = await make.unit({ leader: '甲' });
    const other = await make.unit({ leader: '乙' });
    const [entry] = await entriesOf(unit.documentId);
    const [forged] = await entriesOf(other.documentId);
    await caught(
      'ENTRY_CHANGED',
      `日志 ${entry.id}`,
      () => db('audit_entries').where({ id: entry.id }).update({ state_hash: forged.state_hash }),
      () => db('audit_entries').where({ id: entry.id }).update({ state_hash: entry.state_hash }),
    );
  });

  it('finds a deleted entry', async () => {
    const unit = await make.unit();
    const [entry] = await entriesOf(unit.documentId);
    await make.unit();
    await caught(
      'ENTRY_MISSING',
      String(entry.id),
      () => db('audit_entries').where({ id: entry.id }).delete(),
      () => db('audit_entries').insert(entry),
    );
  });

  it('finds an entry deleted with its seal', async () => {
    const unit = await make.unit();
    await untilSealed();
    const [entry] = await entriesOf(unit.documentId);
    const seal = await db('audit_seals').where({ entry_id: entry.id }).first();
    await make.unit();
    await caught(
      'SEAL_MISSING',
      String(seal.seq),
      async () => {
        await db('audit_seals').where({ seq: seal.seq }).delete();
        await db('audit_entries').where({ id: entry.id }).delete();
      },
      async () => {
        await db('audit_entries').insert(entry);
        await db('audit_seals').insert(seal);
      },
    );
  });

  it('finds an entry written by hand, without a seal', async () => {
    const unit = await make.unit();
    const [entry] = await entriesOf(unit.documentId);
    const id = 9_000_001;
    await caught(
      'ENTRY_UNSEALED',
      String(id),
      () => db('audit_entries').insert({ ...entry, id }),
      () => db('audit_entries').where({ id }).delete(),
    );
  });

  it('finds an entry put among those that wait, and never seals it; what comes after is sealed', async () => {
    const unit = await make.unit();
    await untilSealed();
    const [{ id: _, ...entry }] = await entriesOf(unit.documentId);
    const { audit: key } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
    const ids = [9_100_001, 9_100_002, 9_100_003];
    // None, a made-up one, and that of another entry.
    const marks = [null, 'f'.repeat(64), markOf(key, { ...entry, id: 9_100_000 })];
    const forge = async () => {
      for (const [at, id] of ids.entries()) {
        await db('audit_entries').insert({ ...entry, id });
        await db('audit_pending').insert({ entry_id: id, mark: marks[at] });
      }
      const since = Date.now();
      while (Number((await db('audit_pending').where({ refused: true }).count({ n: '*' }).first())?.n) < 3) {
        if (Date.now() - since > 60_000) throw new Error('The forged entries are not refused');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const next = await make.unit();
      const [written] = await entriesOf(next.documentId);
      while (!(await db('audit_seals').where({ entry_id: written.id }).first())) {
        if (Date.now() - since > 60_000) throw new Error('The next entry is not sealed');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(await db('audit_seals').whereIn('entry_id', ids).select()).toEqual([]);
    };
    const mend = async () => {
      await db('audit_pending').whereIn('entry_id', ids).delete();
      await db('audit_entries').whereIn('id', ids).delete();
    };
    await caught('ENTRY_FORGED', `日志 ${ids[0]}`, forge, mend);
  });

  it('finds a tail cut off, by the head kept outside the database', async () => {
    const unit = await make.unit();
    await untilSealed();
    const row = await db('units').where({ document_id: unit.documentId }).first();
    const last = await db('audit_seals').orderBy('seq', 'desc').first();
    const entry = await db('audit_entries').where({ id: last.entry_id }).first();
    await caught(
      'TAIL_CUT',
      String(last.seq),
      async () => {
        await db('audit_seals').where({ seq: last.seq }).delete();
        await db('audit_entries').where({ id: entry.id }).delete();
        await db('units').where({ id: row.id }).delete();
      },
      async () => {
        await db('units').insert(jsonReady(row));
        await db('audit_entries').insert(entry);
        await db('audit_seals').insert(last);
      },
    );
  });

  it('finds a head that is gone, and one of another chain', async () => {
    await untilSealed();
    const file = path.join(dataDir, 'audit-head.json');
    const head = readFileSync(file, 'utf8');
    const mend = async () => writeFileSync(file, head);
    await caught('HEAD_MISSING', 'audit-head.json', async () => rmSync(file), mend);
    const { seq } = JSON.parse(head) as { seq: number };
    const other = JSON.stringify({ seq, seal: 'f'.repeat(64) });
    await caught('HEAD_DIFFERS', String(seq), async () => writeFileSync(file, other), mend);
  });

  it('finds a kept result that its sheets do not give', async () => {
    const kept = await db('round_results').first();
    const better = JSON.stringify({ ...JSON.parse(kept.result), total: '99', shown: '99.00' });
    const where = { round_id: kept.round_id, unit_id: kept.unit_id };
    await caught(
      'RESULT_DIFFERS',
      '结果与评分表不符',
      () => db('round_results').where(where).update({ result: better }),
      () => db('round_results').where(where).update({ result: kept.result }),
    );
  });

  it('finds a file that was taken from a record, or given to it', async () => {
    const activity = await make.activity();
    await uploadPicture(by, activity, 'photos');
    const row = await db('activities').where({ document_id: activity.documentId }).first('id');
    // Rows of other types have the same numbers.
    const links = () =>
      db('files_related_mph').where({ related_id: row.id, related_type: 'api::activity.activity' });
    const link = await links().where({ field: 'photos' }).first();
    const drop = () => db('files_related_mph').where({ id: link.id }).delete();
    const more = { ...link, id: link.id + 1000, order: 2 };
    await caught('FILES_CHANGED', activity.documentId, drop, () => db('files_related_mph').insert(link));
    await caught(
      'FILES_CHANGED',
      activity.documentId,
      () => db('files_related_mph').insert(more),
      () => db('files_related_mph').where({ id: more.id }).delete(),
    );
    const now = await by.get<Rec>(`/activities/${activity.documentId}`);
    expect((await by.remove(`/activities/${activity.documentId}`, now.data.rev)).status).toBe(204);
    expect(await links().select()).toEqual([]);
    expect(await db('files').where({ id: link.file_id }).select()).toEqual([]);
    expect((await check()).codes).toEqual([]);
  });

  it('finds a kept file that is not what it was when it came, and names record and file', async () => {
    const activity = await make.activity();
    await uploadPicture(by, activity, 'publicSecurityApproval', 'activities', await patchwork());
    const row = await db('activities').where({ document_id: activity.documentId }).first('id');
    const { file_id: id } = await db('files_related_mph')
      .where({ related_id: row.id, related_type: 'api::activity.activity', field: 'publicSecurityApproval' })
      .first();
    const kept = await db('files').where({ id }).first();
    const place = path.join(dataDir, 'public', kept.url);
    const thumbnail = path.join(dataDir, 'public', thumbnailOf(kept.formats) ?? 'none');
    for (const file of [place, thumbnail]) {
      const content = readFileSync(file);
      const other = Buffer.from(content);
      other[other.length - 20] = Number(other.at(-20)) ^ 1;
      const mend = async () => writeFileSync(file, content);
      await caught('FILE_CHANGED', kept.document_id, async () => writeFileSync(file, other), mend);
      await caught('FILE_CHANGED', activity.documentId, async () => rmSync(file), mend);
    }
    const update = (values: object) => db('files').where({ id }).update(values);
    for (const change of [
      { name: '别的.png' },
      { mime: 'application/pdf' },
      { size: 1 },
      { url: '/x.png' },
    ]) {
      const { name, mime, size, url } = kept;
      await caught(
        'FILE_CHANGED',
        kept.document_id,
        () => update(change),
        () => update({ name, mime, size, url }),
      );
    }
  });

  it('counts the files that came before their content was noted, and takes them for no fault', async () => {
    await untilSealed();
    const before = await checkAudit({ dataDir, databaseUrl, modelDir: path.join(dataDir, 'model') });
    expect(before).toMatchObject({ filesWithout: 0, findings: [] });
    expect(before.files).toBeGreaterThan(0);
    // As a file stood in the log then: its address alone.
    const activity = await make.activity();
    await uploadPicture(by, activity, 'photos');
    await untilSealed();
    const entries = await entriesOf(activity.documentId);
    const last = entries.at(-1);
    const { file } = JSON.parse(last.changes).photos[1][0];
    const put = (changes: string) => db('audit_entries').where({ id: last.id }).update({ changes });
    await put(JSON.stringify({ photos: [[], [file]] }));
    const now = await checkAudit({ dataDir, databaseUrl, modelDir: path.join(dataDir, 'model') });
    await put(last.changes);
    expect(now).toMatchObject({ files: before.files, filesWithout: 1 });
    expect(now.findings.map(({ code }) => code)).toEqual(['ENTRY_CHANGED']);
  });

  it('finds frozen inputs that were exchanged', async () => {
    const round = await db('rounds').whereNotNull('frozen_hash').first();
    await caught(
      'ROUND_CHANGED',
      round.document_id,
      () =>
        db('rounds')
          .where({ id: round.id })
          .update({ frozen: JSON.stringify({ rubric: {}, roster: [] }) }),
      () =>
        db('rounds')
          .where({ id: round.id })
          .update({ frozen: text(round.frozen) }),
    );
  });

  it('finds a time that runs backwards', async () => {
    const unit = await make.unit();
    await untilSealed();
    const [{ id: _, ...entry }] = await entriesOf(unit.documentId);
    const { audit: key } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
    const put = async (id: number, minutes: number) => {
      const row = { ...entry, id, resource: 'none', at: Number(entry.at) - minutes * 60_000 };
      await db('audit_entries').insert(row);
      await db('audit_pending').insert({ entry_id: id, mark: markOf(key, row) });
      await untilSealed();
    };
    await put(9_200_001, 14);
    expect((await check()).codes).toEqual([]);
    await put(9_200_002, 60);
    const verdict = await check();
    expect(verdict.codes).toEqual(['TIME_BACKWARDS']);
    expect(verdict.output).toContain('9200002');
  });

  it('says so when there is nothing to check', async () => {
    const empty = mkdtempSync(path.join(os.tmpdir(), 'jiedui-nothing-'));
    const verdict = await verifyByCommand({ dataDir: empty, databaseUrl: null });
    rmSync(empty, { recursive: true, force: true });
    expect(verdict.exitCode).toBe(2);
    expect(verdict.output).toContain('DATA_DIR');
  });
});

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** A row as it can be inserted again: PostgreSQL's driver gives JSON as objects and takes it as text. */
function jsonReady(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value,
    ]),
  );
}
