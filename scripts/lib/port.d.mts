export declare function portProblem(host: string, port: number): Promise<string | null>;
export declare function freePort(): Promise<number>;
