/** A whole response in memory, so that faults can cut, delay or drop it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export async function answerFrom(response: Response): Promise<Answer> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}

export function textAnswer(status: number, body: string, headers: Record<string, string>): Answer {
  return { status, headers, body: Buffer.from(body) };
}
