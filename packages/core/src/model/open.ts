/** An enum that vendors may extend: the known words complete in an editor, any other string is allowed. */
export type Open<Known extends string> = Known | (string & Record<never, never>);
