// @vitest-environment node
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

it.each(['SIGTERM', 'SIGINT'] as const)(
  'prints its ports when it is ready, and exits with code 0 on %s',
  async (signal) => {
    const child = spawn(process.execPath, [MAIN, '--seed', '5'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface(child.stdout), 'line');
    const ports = JSON.parse(String(line));
    expect(Object.keys(ports)).toEqual(['tls', 'plain', 'admin']);
    const health = await fetch(`http://127.0.0.1:${ports.admin}/health`);
    expect(health.status).toBe(200);
    child.kill(signal);
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  },
);
