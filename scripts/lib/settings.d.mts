export declare function dataDir(): string;
export declare function address(): { host: string; port: number; shown: string; url: string };
