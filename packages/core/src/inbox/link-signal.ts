/** A signal that fires with the caller's, or when we stop for a reason of our own. `release` lets go of the caller's signal. */
export function linkSignal(parent: AbortSignal | undefined): {
  signal: AbortSignal;
  stop: () => void;
  release: () => void;
} {
  const controller = new AbortController();
  const follow = () => controller.abort(parent?.reason);
  if (parent?.aborted) follow();
  parent?.addEventListener('abort', follow, { once: true });
  const release = () => parent?.removeEventListener('abort', follow);
  return {
    signal: controller.signal,
    release,
    stop: () => {
      release();
      controller.abort();
    },
  };
}
