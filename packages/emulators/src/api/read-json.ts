import { ApiProblem } from './api-problem.ts';

/** The JSON body; an absent body reads as an empty object, so that validation names the missing fields. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return {};
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new ApiProblem(400, 'The body must be JSON, with the header Content-Type: application/json');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem(400, 'The body is not valid JSON');
  }
}
