// Loaded ahead of an example (`node --import`). The example stays exactly as a document shows it, with the vendors' real hosts: each of those
// leads to an emulator on this machine, any other host nowhere.
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';

const emulators = JSON.parse(process.env['VENDORS'] ?? '{}');

https.request = (options, onResponse) => {
  const emulator = Object.hasOwn(emulators, options.hostname) ? new URL(emulators[options.hostname]) : undefined;
  if (emulator === undefined) throw new Error(`An example must not reach ${options.hostname}`);
  const { hostname, port, protocol } = emulator;
  return http.request({ ...options, protocol, hostname, port, host: hostname, agent: undefined }, onResponse);
};

const lookup = dns.lookup;
dns.lookup = (hostname, ...rest) => {
  if (isIP(hostname) || hostname === 'localhost') return lookup(hostname, ...rest);
  throw new Error(`An example must not reach ${hostname}`);
};

syncBuiltinESMExports();
