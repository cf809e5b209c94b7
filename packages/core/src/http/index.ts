export { type Budget, type BudgetSnapshot, createBudget } from './budget.ts';
export { createHttpClient, type HttpClient, type HttpContext, type HttpOptions } from './client.ts';
export type { RequestEvent, RetryEvent } from './diagnostics.ts';
export { aborted } from './failures.ts';
