import type { Evening } from './calendar.ts';
import { EVENING_HOURS } from './options.ts';
import { type Findings, trendsOf } from './verdict.ts';

function print(what: string, value: number): void {
  console.log(`${what.padEnd(40)} ${Math.round(value).toLocaleString('en').padStart(12)}`);
}

/** Prints every figure of a soak. */
export function report(evenings: readonly Evening[], findings: Findings): void {
  const { ledger, samples } = findings;
  const happenings = evenings.flatMap((evening) => evening.happenings);
  const last = samples.at(-1);
  const workers = new Set(samples.map(({ worker }) => worker.startedAt));
  const figures: Readonly<Record<string, number>> = {
    evenings: evenings.length,
    'hours on the air': evenings.length * EVENING_HOURS,
    happenings: happenings.length,
    'events that happened': ledger.sent,
    'events stored': ledger.stored,
    'events told as missing': ledger.inGaps,
    'events lost': ledger.lost.length,
    'events stored twice': ledger.twice.length,
    'records of nothing': ledger.madeUp.length,
    'events counted': findings.counted,
    gaps: ledger.gaps,
    'service workers': workers.size,
    'EventSub sessions': findings.sessions,
    'sockets at the end': findings.sockets,
    'frames sent to Twitch': findings.framesFromUs,
    'rows in the panel': last?.panel.rows ?? 0,
    'rows in the popup': last?.popup.rows ?? 0,
    'database, bytes': findings.databaseBytes,
  };
  for (const [what, value] of Object.entries(figures)) print(what, value);
  for (const [kind, group] of Map.groupBy(happenings, (happening) => happening.kind)) {
    print(`happening: ${kind}`, group.length);
  }
  for (const [what, trend] of trendsOf(samples)) {
    if (trend === null) continue;
    print(`${what}: first third`, trend.first);
    print(`${what}: last third`, trend.last);
  }
}
