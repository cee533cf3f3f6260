import { type Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { faultSchema } from '../core/faults.ts';
import type { Simulation } from '../simulation.ts';
import { applyFault } from './apply-fault.ts';
import { eventSchema, explain, liveSchema, missedSchema, scenarioSchema } from './schemas.ts';
import { stateOf } from './state.ts';

/** A handler of a body that has already been checked against its schema. */
type Handler<T> = (body: T, context: Context) => Response;

function checked<T>(schema: z.ZodMiniType<T>, handle: Handler<T>) {
  return async (context: Context): Promise<Response> => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const parsed = schema.safeParse(body);
    if (!parsed.success) return context.json({ error: explain(parsed.error) }, 400);
    return handle(parsed.data, context);
  };
}

/** The port that tests and the demo use to make things happen. */
export function createAdminApp(simulation: Simulation): Hono {
  const { channels, hub, player } = simulation;
  const admin = new Hono();

  admin.get('/health', (context) => context.json({ ok: true }));
  admin.get('/state', (context) => context.json(stateOf(simulation)));
  admin.get('/sent', (context) =>
    context.json(simulation.sentLog.after(Number(context.req.query('after') ?? 0))),
  );

  admin.post(
    '/events',
    checked(eventSchema, (body, context) =>
      context.json({ message_ids: simulation.publish(body) }),
    ),
  );

  admin.post(
    '/missed',
    checked(missedSchema, (body, context) =>
      simulation.records.note(body)
        ? context.json({ ok: true })
        : context.json({ error: `type: Helix keeps no such ${body.type}` }, 400),
    ),
  );

  admin.post('/frames', async (context) =>
    context.json({ sockets: hub.broadcast(await context.req.text()) }),
  );

  admin.post(
    '/live',
    checked(liveSchema, ({ streamer, ...change }, context) => {
      const channel = channels.byId(streamer) ?? channels.byLogin(streamer);
      if (!channel) return context.json({ error: `streamer: nobody is called ${streamer}` }, 400);
      channels.change(channel, change);
      const { owner, title, category, broadcast } = channel;
      return context.json({
        streamer: owner.login,
        live: broadcast !== null,
        stream_id: broadcast?.id ?? null,
        title,
        category: category.name,
      });
    }),
  );

  admin.post(
    '/faults',
    checked(faultSchema, (fault, context) => {
      applyFault(fault, simulation);
      return context.json({ ok: true });
    }),
  );

  admin.post(
    '/scenario',
    checked(scenarioSchema, ({ name, seed, speed }, context) => {
      if (name === 'stop') player.stop();
      else player.play(name, seed, speed);
      return context.json({ scenario: player.progress() });
    }),
  );

  admin.notFound((context) => context.json({ error: 'no such path' }, 404));
  return admin;
}
