import { Hono } from 'hono';
import { faultSchema } from '../core/faults.ts';
import type { Publication } from '../core/publication.ts';
import type { SentLog } from '../core/sent-log.ts';
import type { Delivery } from '../eventsub/delivery.ts';
import type { Records } from '../world/records/records.ts';
import { applyFault, type FaultTargets } from './apply-fault.ts';
import { checked } from './checked.ts';
import { addLiveRoute, type LiveOptions } from './live.ts';
import { addScenarioRoute, type ScenarioOptions } from './scenario.ts';
import { eventSchema, missedSchema } from './schemas.ts';
import { type StateSources, stateOf } from './state.ts';
import { addUserRoute, type UserOptions } from './users.ts';

interface EventRoutesOptions {
  records: Pick<Records, 'store'>;
  sentLog: Pick<SentLog, 'after'>;
  delivery: Pick<Delivery, 'broadcast'>;
  publish(publication: Publication): string[];
}

/** Dependencies of createAdminApp. */
export type AdminOptions = EventRoutesOptions &
  FaultTargets &
  LiveOptions &
  ScenarioOptions &
  StateSources &
  UserOptions;

function addEventRoutes(admin: Hono, options: EventRoutesOptions): void {
  const { records, sentLog, delivery, publish } = options;

  admin.get('/sent', (context) =>
    context.json(sentLog.after(Number(context.req.query('after') ?? 0))),
  );

  admin.post(
    '/events',
    checked(eventSchema, (body, context) => context.json({ message_ids: publish(body) })),
  );

  admin.post(
    '/missed',
    checked(missedSchema, (body, context) =>
      records.store(body)
        ? context.json({ ok: true })
        : context.json({ error: `type: Helix keeps no such ${body.type}` }, 400),
    ),
  );

  admin.post('/frames', async (context) =>
    context.json({ sockets: delivery.broadcast(await context.req.text()) }),
  );
}

function addFaultRoute(admin: Hono, targets: FaultTargets): void {
  admin.post(
    '/faults',
    checked(faultSchema, (fault, context) => {
      applyFault(fault, targets);
      return context.json({ ok: true });
    }),
  );
}

/** Creates the application of the admin port; tests and the demo control the simulator with it. */
export function createAdminApp(options: AdminOptions): Hono {
  const admin = new Hono();
  admin.get('/health', (context) => context.json({ ok: true }));
  admin.get('/state', (context) => context.json(stateOf(options)));
  addEventRoutes(admin, options);
  addLiveRoute(admin, options);
  addUserRoute(admin, options);
  addFaultRoute(admin, options);
  addScenarioRoute(admin, options);
  admin.notFound((context) => context.json({ error: 'no such path' }, 404));
  return admin;
}
