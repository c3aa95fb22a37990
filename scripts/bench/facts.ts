import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the driver needs to know of the filled database: whom it signs in as and what it asks for. */
export type BenchFacts = {
  scale: number;
  counts: { units: number; sites: number; activities: number; sheets: number };
  /** An account of a town: its lists are scoped to the town's sites. */
  town: { username: string; password: string; rowId: number; documentId: string };
  evaluators: { username: string; password: string }[];
  activityId: string;
  round: { documentId: string; rowId: number };
  /** Where the town's account may put new activities. */
  place: { unit: string; station: string; category: string };
  placeRows: { unit: number; station: number; category: number };
};

const fileOf = (dataDir: string) => path.join(dataDir, 'bench-facts.json');

export function writeFacts(dataDir: string, facts: BenchFacts): void {
  writeFileSync(fileOf(dataDir), JSON.stringify(facts));
}

export function readFacts(dataDir: string): BenchFacts {
  return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as BenchFacts;
}
