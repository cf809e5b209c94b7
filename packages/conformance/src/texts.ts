/** What the suite's own calls say: for proofs that look for it at the vendor. */
export const sentText = 'A conformance message: è, 你好, 👍';
export const editedText = 'An edited conformance message';
export const sentFile = 'https://files.example.com/conformance.pdf';
