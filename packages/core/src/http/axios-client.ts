import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosInstance, type CreateAxiosDefaults } from 'axios';
import { isLoopback } from '../provider/index.ts';

export interface AxiosClient {
  /** Reads and repeatable writes, over kept-alive connections. */
  readonly shared: AxiosInstance;
  /**
   * Sends, each over a connection of its own: a kept-alive one may be closed by the vendor in the moment it is used again, and nobody could say
   * whether the message arrived.
   */
  readonly single: AxiosInstance;
  close(): void;
}

/** axios with every setting pinned whose default would follow, leak, guess or wait. */
export function createAxiosClient(baseUrl: string, maxBodyBytes: number): AxiosClient {
  const settings: CreateAxiosDefaults = {
    baseURL: baseUrl,
    adapter: 'http',
    maxRedirects: 0,
    allowAbsoluteUrls: false,
    responseType: 'arraybuffer',
    maxContentLength: maxBodyBytes,
    // Measured before, where it can be refused without doubt.
    maxBodyLength: Number.POSITIVE_INFINITY,
    validateStatus: () => true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    // The environment's proxy is for the outside world: an emulator on this machine is reached directly.
    ...(isLoopback(baseUrl) ? { proxy: false } : {}),
  };
  const create = (keepAlive: boolean) => {
    const httpAgent = new HttpAgent({ keepAlive });
    const httpsAgent = new HttpsAgent({ keepAlive });
    return { client: axios.create({ ...settings, httpAgent, httpsAgent }), agents: [httpAgent, httpsAgent] };
  };
  const shared = create(true);
  const single = create(false);
  return {
    shared: shared.client,
    single: single.client,
    close: () => {
      for (const agent of [...shared.agents, ...single.agents]) agent.destroy();
    },
  };
}
