export { type Budget, type BudgetSnapshot, createBudget } from './budget.ts';
export { createHttpClient, type HttpClient, type HttpContext, type HttpOptions } from './client.ts';
export { publish, type RequestEvent, type RetryEvent, type WebhookEvent } from './diagnostics.ts';
export { aborted } from './failures.ts';
export { sleep } from './sleep.ts';
