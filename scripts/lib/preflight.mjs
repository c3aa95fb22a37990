import { accessSync, constants, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { portProblem } from './port.mjs';
import { inRoot } from './root.mjs';
import { address, dataDir } from './settings.mjs';
import { tlsProblem } from './tls.mjs';

const PROBLEMS = {
  EADDRINUSE: '已被占用。请先停止占用它的程序,或换一个端口:PORT=1338 npm start',
  EACCES: '无权使用。请换一个 1024 以上的端口:PORT=1338 npm start',
  EADDRNOTAVAIL: '不是本机的地址。请检查 HOST。',
  ENOTFOUND: '不是本机的地址。请检查 HOST。',
};

const PATIENCE = 5_000;

/** What is wrong with the settings, in words; null when nothing is. Asked before minutes go into building. */
export async function settingsProblem() {
  const { host, port } = address();
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return `PORT 应为 1 到 65535 的整数,现为“${process.env.PORT}”。`;
  const problem = await portProblem(host, port);
  if (problem) return `地址 ${host}:${port} ${PROBLEMS[problem] ?? `不可用(${problem})`}`;
  return tlsProblem() ?? folderProblem();
}

function folderProblem() {
  const folder = dataDir();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return `数据目录 ${folder} 不能写入(${error.code})。请检查权限,或换一个目录:DATA_DIR=… npm start`;
  }
}

/** Whether the PostgreSQL of DATABASE_URL answers; in words without its password, null when it does. */
export async function databaseProblem() {
  const url = process.env.DATABASE_URL;
  if (!url) return null;
  const { Client } = createRequire(inRoot('package.json'))('pg');
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
    await client.connect();
    await client.end();
    return null;
  } catch (error) {
    return `连不上 DATABASE_URL 指定的 PostgreSQL(${error.code ?? error.message})。请检查地址、库名、账号,以及数据库是否在运行。`;
  }
}
