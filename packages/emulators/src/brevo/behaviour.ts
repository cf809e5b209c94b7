/** Where the vendor's behaviour is not known and an app must be ready for each of several. The defaults come first. */
export interface BrevoBehaviour {
  /**
   * How the fields of files are spelled, in REST and in webhooks: `new` is `name`, `link`, `previewLink` and a boolean `isInline`;
   * `old` is `filename` (of `file`) or `fileName` (of `attachments`), `url`, `previewUrl` and a string `isInline`.
   */
  attachmentNames: 'new' | 'old';
  /** What a message sent to another source than the widget says of its way there; an `error` is a failure with this text. */
  forwardedToSourceStatus: 'absent' | 'success' | { error: string };
  /** Whether writing to a visitor that nobody has seen is a 400 or makes this visitor. */
  unknownVisitor: 'refuse' | 'create';
}

export const defaultBehaviour: BrevoBehaviour = {
  attachmentNames: 'new',
  forwardedToSourceStatus: 'absent',
  unknownVisitor: 'refuse',
};
