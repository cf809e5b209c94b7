export { type MainOptions, main } from './main.ts';
export type { TextStream } from './output/text-stream.ts';
