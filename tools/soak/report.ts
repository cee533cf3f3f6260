import type { Evening } from './calendar.ts';
import type { FullAudit } from './full-audit.ts';
import { EVENING_HOURS } from './options.ts';
import { type Findings, trendsOf } from './verdict.ts';

function print(name: string, value: number): void {
  console.log(`${name.padEnd(40)} ${Math.round(value).toLocaleString('en').padStart(12)}`);
}

function printStreamer({ streamerId, sent, stored, inGaps }: FullAudit): void {
  const figures = { 'events that happened': sent, stored, 'in gaps': inGaps };
  for (const [name, value] of Object.entries(figures)) {
    print(`streamer ${streamerId}: ${name}`, value);
  }
}

/** Prints every figure of a soak. */
export function printReport(evenings: readonly Evening[], findings: Findings): void {
  const { audits, samples } = findings;
  const total = (read: (audit: FullAudit) => number) =>
    audits.reduce((sum, audit) => sum + read(audit), 0);
  const incidents = evenings.flatMap((evening) => evening.incidents);
  const last = samples.at(-1);
  const workers = new Set(samples.map(({ worker }) => worker.startedAt));
  const figures: Readonly<Record<string, number>> = {
    evenings: evenings.length,
    'hours on the air': evenings.length * EVENING_HOURS,
    incidents: incidents.length,
    'events that happened': total(({ sent }) => sent),
    'events stored': total(({ stored }) => stored),
    'events in gaps': total(({ inGaps }) => inGaps),
    'events lost': total(({ lost }) => lost.length),
    'events stored twice': total(({ duplicates }) => duplicates.length),
    'records without an event': total(({ madeUp }) => madeUp.length),
    'events counted': findings.counted,
    streamers: audits.length,
    'gaps of one streamer, at most': Math.max(...audits.map(({ gaps }) => gaps)),
    'service workers': workers.size,
    'EventSub sessions': findings.sessions,
    'sockets at the end': findings.sockets,
    'frames sent to Twitch': findings.sentFrames,
    'rows in the panel': last?.panel.rows ?? 0,
    'rows in the popup': last?.popup.rows ?? 0,
    'database, bytes': findings.databaseBytes,
  };
  for (const [name, value] of Object.entries(figures)) print(name, value);
  for (const audit of audits) printStreamer(audit);
  for (const [kind, group] of Map.groupBy(incidents, (incident) => incident.kind)) {
    print(`incident: ${kind}`, group.length);
  }
  for (const [name, trend] of trendsOf(samples)) {
    if (trend === null) continue;
    print(`${name}: first third`, trend.first);
    print(`${name}: last third`, trend.last);
  }
}
