/** The steps of the page for the first run. They are also the fragments of its address. */
export type WelcomeStep = 'client-id' | 'sign-in' | 'streamers' | 'watch';

/** What the steps depend on. */
export interface SetUp {
  /** The Client ID of the build; empty if it has none. */
  builtInClientId: string;
  /** The Client ID that the user entered; empty if there is none. */
  clientId: string;
  account: unknown;
  streamers: readonly unknown[];
}

/** Returns the steps in order. A build with a Client ID needs no step for it. */
export function welcomeSteps({ builtInClientId }: Pick<SetUp, 'builtInClientId'>): WelcomeStep[] {
  const steps: WelcomeStep[] = ['sign-in', 'streamers', 'watch'];
  return builtInClientId === '' ? ['client-id', ...steps] : steps;
}

/** Returns true if the step needs nothing more. Watching is never done. */
export function isStepDone(step: WelcomeStep, { clientId, account, streamers }: SetUp): boolean {
  // Who is signed in, with whatever Client ID, needs no other.
  if (step === 'client-id') return clientId !== '' || account !== null;
  if (step === 'sign-in') return account !== null;
  return step === 'streamers' && streamers.length > 0;
}

/** Returns the first step that is not done: no later one can be taken before it. */
export function openStep(setUp: SetUp): WelcomeStep {
  return welcomeSteps(setUp).find((step) => !isStepDone(step, setUp)) ?? 'watch';
}

/** Returns true if the step can be taken now. */
export function isStepReachable(step: WelcomeStep, setUp: SetUp): boolean {
  const steps = welcomeSteps(setUp);
  return steps.includes(step) && steps.indexOf(step) <= steps.indexOf(openStep(setUp));
}

/** Returns the step to show: the one that an address names, if it can be taken, else the open one. */
export function shownStep(fragment: string, setUp: SetUp): WelcomeStep {
  const named = welcomeSteps(setUp).find((step) => fragment === `#${step}`);
  return named !== undefined && isStepReachable(named, setUp) ? named : openStep(setUp);
}

/** Returns the step after another one; the last step if there is none. */
export function stepAfter(step: WelcomeStep, setUp: SetUp): WelcomeStep {
  const steps = welcomeSteps(setUp);
  return steps[steps.indexOf(step) + 1] ?? 'watch';
}
