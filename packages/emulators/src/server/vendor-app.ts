/** What the socket server needs of a vendor: pure request in, response out. */
export interface VendorApp {
  fetch(request: Request): Response | Promise<Response>;
  /** The vendor's error envelope, for answers that the server gives in its name. */
  errorBody(status: number, message: string | undefined): unknown;
}
