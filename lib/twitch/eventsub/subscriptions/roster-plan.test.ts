import { describe, expect, it } from 'vitest';
import type { Role } from '@/lib/domain/access/subscription-report';
import { isRecorded } from '@/lib/domain/history/recording-options';
import { createRandom } from '@/tests/simulator/core/random';
import { aPlanRequest } from '@/tests/support/builders/plan-request';
import { CATALOG } from '../catalog/catalog';
import { CHAT_NOTICES, type Plan, type PlannedSubscription } from './plan';
import { planRoster, type RosterPlanRequest, subscriptionBudget } from './roster-plan';

const ALL_SCOPES = [...new Set(CATALOG.flatMap(({ scopes }) => scopes))];

describe('subscriptionBudget', () => {
  it.each<[string, number, boolean[], number]>([
    ['all for the only streamer', 0, [], 300],
    ['the rest for the last one', 250, [], 50],
    ['one less for each that follows', 0, Array(50).fill(false), 250],
    ['two less for each that follows with cheers', 6, [true, false, true], 289],
  ])('returns %s', (_case, planned, cheers, expected) => {
    const following = cheers.map((recordsCheers) => ({ recordsCheers }));
    expect(subscriptionBudget(planned, following)).toBe(expected);
  });
});

/** The streamers of a session: the favorite and so many others. */
function roster(others: number, changes: Partial<RosterPlanRequest> = {}): RosterPlanRequest[] {
  return Array.from({ length: others + 1 }, (_, index) => {
    return aPlanRequest({ ...changes, streamerId: `${index}`, isFavorite: index === 0 });
  });
}

const countsOf = (plans: Plan[]) => plans.map(({ subscriptions }) => subscriptions.length);

describe('planRoster', () => {
  it('plans nothing for nobody', () => {
    expect(planRoster([])).toEqual([]);
  });

  it('plans one for each of fifty others', () => {
    expect(countsOf(planRoster(roster(50)))).toEqual([6, ...Array(50).fill(1)]);
  });

  it('gives to the first ones what they can have, and keeps one for each of the rest', () => {
    const everything = { role: 'moderator', scopes: ALL_SCOPES, isWanted: () => true } as const;
    const [favorite = 0, first = 0, ...rest] = countsOf(planRoster(roster(50, everything)));
    expect([favorite > 6, first > 6, rest.at(-1)]).toEqual([true, true, 1]);
    expect(favorite + first + rest.reduce((sum, count) => sum + count, 0)).toBe(300);
  });
});

describe('every plan of a roster', () => {
  const random = createRandom(13);

  /** Returns a roster of any size, in which the viewer may be a moderator or one of them. */
  function anyRoster(): RosterPlanRequest[] {
    const likelihood = random.pick([0.2, 0.9]);
    const scopes = ALL_SCOPES.filter(
      (scope) => scope === 'user:read:chat' || random.chance(likelihood),
    );
    const own = random.integer(0, 100);
    const moderates = random.pick([0, 0.1, 1]);
    return Array.from({ length: random.integer(0, 51) }, (_, index) => {
      const role: Role = index === own ? 'streamer' : moderatorOr(moderates);
      const recording = {
        moderation: random.chance(0.5),
        redemptions: random.chance(0.5),
        shared_chat: random.chance(0.5),
      };
      return aPlanRequest({
        streamerId: `${index}`,
        role,
        scopes,
        isFavorite: index === 0,
        recordsCheers: random.chance(0.5),
        isWanted: (kind) => isRecorded(kind, recording),
      });
    });
  }

  const moderatorOr = (probability: number): Role =>
    random.chance(probability) ? 'moderator' : 'viewer';

  function expectSound(requests: RosterPlanRequest[]): void {
    const plans = planRoster(requests);
    const all = plans.flatMap(({ subscriptions }) => subscriptions);
    expect(all.length).toBeLessThanOrEqual(300);
    expect(all.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(5);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(plans.every(({ subscriptions: [first] }) => first?.type === CHAT_NOTICES)).toBe(true);
    const [, ...others] = plans;
    expect(others.flatMap(({ subscriptions }) => subscriptions.filter(isPaid))).toEqual([]);
    const withoutCheers = requests.filter(
      ({ recordsCheers }, index) => recordsCheers && !hasCheers(plans[index]),
    );
    expect(withoutCheers).toEqual([]);
  }

  const isPaid = ({ cost }: PlannedSubscription) => cost > 0;
  const hasCheers = (plan: Plan | undefined) =>
    plan?.subscriptions.some(({ kinds }) => kinds.includes('cheer')) ?? false;

  it('stays within the limits, and has chat notices and the wanted cheers of everybody', () => {
    expect.hasAssertions();
    for (let round = 0; round < 200; round += 1) expectSound(anyRoster());
  });
});
