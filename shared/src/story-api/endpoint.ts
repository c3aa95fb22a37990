import type { z } from 'zod';
import type { Words } from '../text';

export type EndpointAnswer = {
  status: number;
  /** The media type; none where the answer has no body. */
  type?: string;
  /** The form of a JSON body. */
  schema?: z.ZodType;
  description: Words;
};

/** One address of the interface: what may be asked there and what is answered. */
export type Endpoint = {
  id: string;
  method: 'GET';
  /** Parts that differ stand in braces: `/api/stories/{id}`. */
  path: string;
  /** Whether a consumer's token is needed, or nothing. */
  access: 'consumer' | 'public';
  /** Whether an answer tells when it last changed; a picture never does. */
  isDated: boolean;
  summary: Words;
  params?: z.ZodObject;
  query?: z.ZodObject;
  answers: readonly EndpointAnswer[];
};
