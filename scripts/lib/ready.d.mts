export declare function makeReady(names?: string[], more?: number): Promise<unknown>;
