import { isoSeconds } from '../core/clock.ts';
import type { Publication } from '../core/publication.ts';
import { streamOffline, streamOnline } from '../shapes/channel/stream.ts';
import type { Channel, Channels } from '../world/channels.ts';
import { moveTimes, type Tempo } from './move-times.ts';
import type { ScenarioStep } from './schedule.ts';

/** Dependencies of performStep. */
export interface PerformOptions {
  channels: Pick<Channels, 'byId' | 'change'>;
  tempo: Tempo;
  publish(publication: Publication): unknown;
}

type StepOfKind<K extends ScenarioStep['kind']> = Extract<ScenarioStep, { kind: K }>;

function goLive(channel: Channel, step: StepOfKind<'online'>, options: PerformOptions): void {
  const { channels, publish } = options;
  const { viewers, isAgain = false } = step;
  // End a broadcast that is still running, so that the new one has its own id.
  channels.change(channel, { live: false });
  const streamId = isAgain ? channel.past[0]?.id : undefined;
  channels.change(channel, { live: true, viewers, streamId });
  const { owner: broadcaster, broadcast } = channel;
  if (!broadcast) return;
  const { id } = broadcast;
  const started_at = isoSeconds(broadcast.startedAt);
  publish({ type: 'stream.online', event: streamOnline({ broadcaster, id, started_at }) });
}

function goOffline(channel: Channel, step: StepOfKind<'offline'>, options: PerformOptions): void {
  const { channels, publish } = options;
  const { owner: broadcaster, broadcast, past } = channel;
  const ended = step.isLate === true ? past[0] : broadcast;
  if (!ended) return;
  if (ended === broadcast) channels.change(channel, { live: false });
  publish({ type: 'stream.offline', event: streamOffline({ broadcaster, id: ended.id }) });
}

/** Performs one step of a scenario: changes a channel or sends an event. */
export function performStep(step: ScenarioStep, options: PerformOptions): void {
  const { channels, publish, tempo } = options;
  if (step.kind === 'event') {
    const { publication } = step;
    return void publish({ ...publication, event: moveTimes(publication.event, tempo) });
  }
  const channel = channels.byId(step.broadcasterId);
  if (!channel) return;
  if (step.kind === 'channel') channels.change(channel, step.change);
  if (step.kind === 'online') goLive(channel, step, options);
  if (step.kind === 'offline') goOffline(channel, step, options);
}
