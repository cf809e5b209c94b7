/**
 * One round at a time, and at most one more in waiting, shared by all who ask while the first is under way: a burst of hints costs two rounds. Whoever
 * asks gets a round that began afterwards.
 */
export function shareRounds(round: () => Promise<number>): () => Promise<number> {
  let running: Promise<unknown> = Promise.resolve();
  let waiting: Promise<number> | undefined;
  return () => {
    waiting ??= running.then(() => {
      const started = round();
      waiting = undefined;
      running = started.catch(() => undefined);
      return started;
    });
    return waiting;
  };
}
