/** Rows that are removed in one transaction: whoever writes meanwhile waits no longer than for these. */
export const chunk = 1000;
