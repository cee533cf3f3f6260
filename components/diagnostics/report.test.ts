import { describe, expect, it } from 'vitest';
import { EMPTY_JOURNAL } from '@/lib/domain/connection/connection-journal';
import { aFeed, SIGNED_OUT } from '@/tests/support/builders/feed';
import {
  aReportedSubscription,
  aSubscriptionReport,
} from '@/tests/support/builders/subscription-report';
import { START } from '@/tests/support/fakes/fake-clock';
import { type ReportParts, reportOf } from './report';

const NOTHING_HAPPENED: ReportParts = {
  version: '1.2.3',
  browser: 'Test/1',
  now: START,
  index: SIGNED_OUT,
  journal: EMPTY_JOURNAL,
  stats: null,
  subscriptions: null,
};

describe('reportOf', () => {
  it('reports an extension that has done nothing yet', () => {
    expect(reportOf(NOTHING_HAPPENED)).toContain(`version: 1.2.3\nbrowser: Test/1\ntime: `);
    expect(reportOf(NOTHING_HAPPENED)).toContain('## Database\nit can not be read');
    expect(reportOf(NOTHING_HAPPENED)).toContain('## States\nnone');
  });

  it('reports states, problems, subscriptions and storage statistics', () => {
    const report = reportOf({
      ...NOTHING_HAPPENED,
      index: aFeed({ connection: { state: 'listening', problem: 'chat_refused' } }),
      journal: {
        entries: [{ at: 0, state: 'reconnecting', problem: 'offline' }],
        problems: { offline: { count: 3, lastAt: 0 } },
        faults: { not_json: 2 },
      },
      stats: {
        version: 2,
        events: 7,
        streamers: 1,
        gaps: 0,
        subscriptions: 6,
        staleSubscriptions: 0,
      },
      subscriptions: aSubscriptionReport({
        types: [
          aReportedSubscription({
            type: 'channel.update',
            state: 'refused',
            since: 0,
            reason: 'no',
          }),
        ],
      }),
    });
    expect(report).toContain('state: listening\nproblem: chat_refused\nsigned in: yes');
    expect(report).toContain('1970-01-01T00:00:00.000Z reconnecting (offline)');
    expect(report).toContain('offline: 3, last 1970-01-01T00:00:00.000Z');
    expect(report).toContain('## Frames put aside\nnot_json: 2');
    expect(report).toContain('channel.update: refused since 1970-01-01T00:00:00.000Z (no)');
    expect(report).toContain('events: 7');
  });

  it('contains no names', () => {
    const report = reportOf({ ...NOTHING_HAPPENED, index: aFeed() });
    for (const name of ['Demo_Viewer', 'demo_streamer', 'Demo_Streamer', '200', 'Any%']) {
      expect(report).not.toContain(name);
    }
  });
});
