import { parseArgs } from 'node:util';
import { startSimulator } from './server.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    tls: { type: 'string' },
    plain: { type: 'string' },
    admin: { type: 'string' },
  },
});

function numberOf(name: keyof typeof values): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} must be a whole number.`);
  return number;
}

const seed = numberOf('seed');
const simulator = await startSimulator({
  ...(seed === undefined ? {} : { seed }),
  ports: Object.fromEntries(
    (['tls', 'plain', 'admin'] as const).map((name) => [name, numberOf(name) ?? 0]),
  ),
});
console.log(JSON.stringify(simulator.ports));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close());
}
