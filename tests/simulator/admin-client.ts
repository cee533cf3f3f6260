import type {
  EventInput,
  LiveInput,
  MissedInput,
  ScenarioInput,
  UserInput,
} from './admin/schemas.ts';
import type { SimulatorState } from './admin/state.ts';
import type { FaultInput } from './core/faults.ts';
import type { SentEvent } from './core/sent-log.ts';

/** Controls a running simulator, in this process or in another one. */
export interface AdminClient {
  /** Sends an event to every matching subscription; returns the message ids. */
  sendEvent(event: EventInput): Promise<string[]>;
  /** Adds an event to Helix without sending it. */
  missEvent(event: MissedInput): Promise<void>;
  /** Sends a raw text to every open socket; returns the number of sockets. */
  sendFrame(raw: string): Promise<number>;
  /** Changes a channel in Helix without an event; returns the id of its broadcast. */
  setLive(change: LiveInput): Promise<string | null>;
  /** Changes a user without an event. */
  changeUser(change: UserInput): Promise<void>;
  fault(fault: FaultInput): Promise<void>;
  state(): Promise<SimulatorState>;
  /** Returns every event after the one with that number. */
  listSent(number: number): Promise<SentEvent[]>;
  scenario(scenario: ScenarioInput): Promise<void>;
}

export function createAdminClient(port: number): AdminClient {
  async function call<T>(path: string, body?: string): Promise<T> {
    const init = body === undefined ? {} : { method: 'POST', body };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    // The simulator is our own, so its answer has the type that the caller names.
    return (await response.json()) as T;
  }

  const post = <T>(path: string, body: unknown) => call<T>(path, JSON.stringify(body));

  return {
    sendEvent: async (event) =>
      (await post<{ message_ids: string[] }>('/events', event)).message_ids,
    missEvent: (event) => post('/missed', event),
    sendFrame: async (raw) => (await call<{ sockets: number }>('/frames', raw)).sockets,
    setLive: async (change) =>
      (await post<{ stream_id: string | null }>('/live', change)).stream_id,
    changeUser: (change) => post('/users', change),
    fault: (fault) => post('/faults', fault),
    state: () => call<SimulatorState>('/state'),
    listSent: (number) => call<SentEvent[]>(`/sent?after=${number}`),
    scenario: (scenario) => post('/scenario', scenario),
  };
}
