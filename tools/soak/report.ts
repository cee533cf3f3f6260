import type { Evening } from './calendar.ts';
import { EVENING_HOURS } from './options.ts';
import { type Findings, trendsOf } from './verdict.ts';

function print(name: string, value: number): void {
  console.log(`${name.padEnd(40)} ${Math.round(value).toLocaleString('en').padStart(12)}`);
}

/** Prints every figure of a soak. */
export function printReport(evenings: readonly Evening[], findings: Findings): void {
  const { audit, samples } = findings;
  const incidents = evenings.flatMap((evening) => evening.incidents);
  const last = samples.at(-1);
  const workers = new Set(samples.map(({ worker }) => worker.startedAt));
  const figures: Readonly<Record<string, number>> = {
    evenings: evenings.length,
    'hours on the air': evenings.length * EVENING_HOURS,
    incidents: incidents.length,
    'events that happened': audit.sent,
    'events stored': audit.stored,
    'events in gaps': audit.inGaps,
    'events lost': audit.lost.length,
    'events stored twice': audit.duplicates.length,
    'records without an event': audit.madeUp.length,
    'events counted': findings.counted,
    gaps: audit.gaps,
    'service workers': workers.size,
    'EventSub sessions': findings.sessions,
    'sockets at the end': findings.sockets,
    'frames sent to Twitch': findings.sentFrames,
    'rows in the panel': last?.panel.rows ?? 0,
    'rows in the popup': last?.popup.rows ?? 0,
    'database, bytes': findings.databaseBytes,
  };
  for (const [name, value] of Object.entries(figures)) print(name, value);
  for (const [kind, group] of Map.groupBy(incidents, (incident) => incident.kind)) {
    print(`incident: ${kind}`, group.length);
  }
  for (const [name, trend] of trendsOf(samples)) {
    if (trend === null) continue;
    print(`${name}: first third`, trend.first);
    print(`${name}: last third`, trend.last);
  }
}
