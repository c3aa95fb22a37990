import { randomUUID } from 'node:crypto';
import ExcelJS from '@protobi/exceljs';
import { beforeAll, expect, it } from 'vitest';
import { step } from './support/builders';
import { type Client, office, type Rec } from './support/client';

let by: Client;
beforeAll(async () => {
  by = await office();
});
