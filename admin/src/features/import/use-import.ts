import type { Words } from '@jiedui/shared/text';
import { WORKBOOK_BYTES } from '@jiedui/shared/workbook';
import { useInvalidate } from '@refinedev/core';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { ApiError, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';

export const KINDS = ['new', 'changed', 'unchanged', 'wrong'] as const;
export type Kind = (typeof KINDS)[number];

export type SheetCounts = { sheet: string; label: Words } & Record<Kind, number>;

export type Job = {
  id: string;
  fileName: string;
  state: 'reading' | 'checking' | 'ready' | 'committing' | 'done' | 'undone' | 'failed' | 'cancelled';
  /** The one record type that it brings in; null for the programme's workbook. */
  resource: string | null;
  progress: { done: number; total: number };
  sheets: SheetCounts[];
  notices: { sheet: string; words: Words; grave?: true }[];
  /** Errors that several rows share. */
  problems: { sheet: string; column: string; found: string; expected: Words; count: number; row: number }[];
  accounts: number;
  error: { code: string; message: string } | null;
  checkable: boolean;
  undoable: boolean;
  createdAt: string;
};

export type RowPreview = {
  sheet: string;
  row: number;
  kind: Kind;
  label: string;
  changes: Record<string, [unknown, unknown]>;
  errors: { column: string; code: string; found: string; expected: Words }[];
  notes?: Words[];
};

/** A file on its way to the server. */
export type Sending = { fileName: string; percent: number };

export const STATE_WORDS = {
  reading: { zh: '正在读取', en: 'Reading' },
  checking: { zh: '正在检查', en: 'Checking' },
  ready: { zh: '检查完成,尚未导入', en: 'Checked; nothing imported yet' },
  committing: { zh: '正在导入', en: 'Importing' },
  done: { zh: '已导入', en: 'Imported' },
  undone: { zh: '已撤销', en: 'Undone' },
  failed: { zh: '未能完成', en: 'Failed' },
  cancelled: { zh: '已取消,没有导入任何内容', en: 'Cancelled; nothing was imported' },
} as const;

const WORKING: readonly Job['state'][] = ['reading', 'checking', 'committing'];
const PACE = 600;

export const isWorking = (job: Job | null): boolean => job !== null && WORKING.includes(job.state);
export const totalOf = (job: Job, kind: Kind): number =>
  job.sheets.reduce((sum, sheet) => sum + sheet[kind], 0);

const mayPass = ({ code, statusCode }: ApiError): boolean => code === 'NETWORK' || statusCode >= 500;

/** A refusal that the job itself tells once it is asked again: another tab was faster, or it failed for this. */
const toldBy = (job: Job, { code }: ApiError): boolean =>
  code === 'TRANSITION_REFUSED' || code === job.error?.code;

/** The address keeps which type is chosen beside the job that is open. */
const withJob = (id: string | null) => (before: URLSearchParams) => {
  const next = new URLSearchParams(before);
  if (id) next.set('job', id);
  else next.delete('job');
  return next;
};

/** What a template or an upload is asked for: one type with its key, or the programme's workbook. */
export const queryOf = (only: { type: string; key: readonly string[] } | null): string =>
  only ? `?${new URLSearchParams({ type: only.type, key: only.key.join(',') })}` : '';

async function readJob(id: string): Promise<Job> {
  const { data } = await http.get<{ data: Job }>(`/imports/${id}`);
  return data.data;
}

/** The import in the address: asked again while it works, so that a closed tab finds it as it left it. */
export function useImport(only: { type: string; key: readonly string[] } | null) {
  const [params, setParams] = useSearchParams();
  const readAgain = useInvalidate();
  const id = params.get('job');
  const [job, setJob] = useState<Job | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState(0);
  const upload = useRef<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after a failure the job is asked how it stands
  useEffect(() => {
    if (!id) {
      setJob(null);
      return;
    }
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const now = await readJob(id);
        if (stopped) return;
        setJob(now);
        if (isWorking(now)) timer = setTimeout(ask, PACE);
        setError((before) => (before && (mayPass(before) || toldBy(now, before)) ? null : before));
      } catch (thrown) {
        if (stopped) return;
        const refusal = toApiError(thrown);
        setError(refusal);
        // The job goes on at the server while the connection is away.
        if (mayPass(refusal)) timer = setTimeout(ask, PACE * 5);
      }
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id, failures]);

  // Who leaves the page while a file is on its way gives it up.
  useEffect(() => () => upload.current?.abort(), []);

  async function run(work: () => Promise<Job>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const next = await work();
      setJob(next);
      setParams(withJob(next.id), { replace: true });
      void readAgain({ invalidates: ['all'] });
    } catch (thrown) {
      if (upload.current?.signal.aborted) upload.current = null;
      else setError(toApiError(thrown));
      // A refused commit may have ended the job, or go on unheard: its buttons must not offer what is over.
      setFailures((before) => before + 1);
    } finally {
      setBusy(false);
    }
  }

  async function post(file: File): Promise<Job> {
    const form = new FormData();
    form.append('file', file);
    upload.current = new AbortController();
    setSending({ fileName: file.name, percent: 0 });
    try {
      const { data } = await http.post<{ data: Job }>(`/imports${queryOf(only)}`, form, {
        signal: upload.current.signal,
        onUploadProgress: ({ progress = 0 }) =>
          setSending({ fileName: file.name, percent: Math.round(progress * 100) }),
      });
      return data.data;
    } finally {
      setSending(null);
    }
  }

  const step = (name: string, body: object = {}) =>
    run(async () => (await http.post<{ data: Job }>(`/imports/${id}/${name}`, body)).data.data);

  return {
    job,
    sending,
    error,
    busy,
    send(file: File) {
      // Not sent at all: a connection that the server cuts off looks like a lost network.
      if (file.size > WORKBOOK_BYTES) setError(new ApiError('FILE_TOO_LARGE', 413, ''));
      else void run(() => post(file));
    },
    refuse: () => setError(new ApiError('FILE_UNREADABLE', 422, '')),
    stopSending: () => upload.current?.abort(),
    commit: (withoutWrong: boolean) => step('commit', { data: { withoutWrong } }),
    cancel: () => step('cancel'),
    checkAgain: () => step('again'),
    undo: () => step('undo'),
    open: (job: Job) => setParams(withJob(job.id)),
    close: () => {
      setError(null);
      setParams(withJob(null), { replace: true });
    },
  };
}
