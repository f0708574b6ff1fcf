import { findPriority, type Protocol, type ProtocolPriority, type ProtocolStep } from './protocol.js';
import { type Run, type RunEntry, startOf } from './run.js';

type Noted<Kind extends RunEntry['kind']> = Extract<RunEntry, { readonly kind: Kind }>;

export interface StepStatus {
  readonly step: ProtocolStep;
  /** Milliseconds since 1970; absent for a step without a limit. */
  readonly deadline?: number;
  readonly done?: Noted<'step'>;
  readonly notes: readonly Noted<'note'>[];
}

/** A step of an earlier revision that the page no longer has in these words. */
interface GoneStep {
  readonly key: string;
  /** Its number at the beginning of the run; absent for one that came between. */
  readonly number?: number;
  readonly done?: Noted<'step'>;
  readonly notes: readonly Noted<'note'>[];
}

/** How a run stands: everything that its entries say together with the page. */
export interface RunStatus {
  readonly start: number;
  readonly graded?: Noted<'graded'>;
  readonly priority?: ProtocolPriority;
  readonly steps: readonly StepStatus[];
  readonly gone: readonly GoneStep[];
  readonly response?: { readonly deadline: number; readonly done?: number };
  /** When customers hear something next, and when they last did. */
  readonly update?: { readonly deadline: number; readonly last?: number };
  readonly stopped?: number;
  /** The revision that the run goes by now. */
  readonly revision: string;
  /** Whoever has it, if it was handed over and not taken back. */
  readonly handedOver?: Noted<'handed-over'>;
}

export function statusOf(run: Run, protocol: Protocol): RunStatus {
  const start = startOf(run);
  const last = <Kind extends RunEntry['kind']>(...kinds: readonly Kind[]): Noted<Kind> | undefined =>
    run.entries.findLast((entry): entry is Noted<Kind> => kinds.some((kind) => kind === entry.kind));
  const lastOfStep = (key: string): Noted<'step'> | undefined =>
    run.entries.findLast((entry): entry is Noted<'step'> => entry.kind === 'step' && entry.step === key);
  const notesOf = (key: string): readonly Noted<'note'>[] =>
    run.entries.filter((entry): entry is Noted<'note'> => entry.kind === 'note' && entry.step === key);
  const ofStep = (key: string) => {
    const done = lastOfStep(key);
    return { ...(done?.done && { done }), notes: notesOf(key) };
  };
  const graded = last('graded');
  const priority = graded && findPriority(protocol, graded.priority);
  const responded = last('responded');
  const message = last('message');
  const ended = last('stopped', 'resumed');
  const passed = last('handed-over', 'taken-over');
  const known = new Set(protocol.steps.map(({ key }) => key));
  const named = run.entries.flatMap((entry) =>
    (entry.kind === 'step' || entry.kind === 'note') && entry.step !== undefined ? [entry.step] : [],
  );
  const gone = [...new Set(named)]
    .filter((key) => !known.has(key))
    .map((key): GoneStep => {
      const index = run.steps.indexOf(key);
      return { key, ...(index >= 0 && { number: index + 1 }), ...ofStep(key) };
    });
  return {
    start,
    ...(graded && { graded }),
    ...(priority && { priority }),
    steps: protocol.steps.map(
      (step): StepStatus => ({ step, ...(step.within !== undefined && { deadline: start + step.within }), ...ofStep(step.key) }),
    ),
    gone,
    ...(priority?.respond !== undefined && {
      response: { deadline: start + priority.respond, ...(responded?.done && { done: responded.at }) },
    }),
    ...(priority?.update && {
      update: { deadline: (message?.at ?? start) + priority.update.every, ...(message && { last: message.at }) },
    }),
    ...(ended?.kind === 'stopped' && { stopped: ended.at }),
    revision: last('revised')?.revision ?? run.revision,
    ...(passed?.kind === 'handed-over' && { handedOver: passed }),
  };
}

export type Urgency = 'open' | 'soon' | 'late';

/** Soon is the last fifth of the time that was given, at most ten minutes and at least one. */
export function urgencyOf(deadline: number, start: number, now: number): Urgency {
  if (now >= deadline) return 'late';
  const notice = Math.max(60_000, Math.min(600_000, (deadline - start) / 5));
  return deadline - now <= notice ? 'soon' : 'open';
}

/** The open step that is due first; among those without a limit the first. */
export function nextStep(steps: readonly StepStatus[]): StepStatus | undefined {
  return steps
    .filter((status) => !status.done)
    .reduce<StepStatus | undefined>(
      (first, status) =>
        first === undefined || (status.deadline ?? Number.POSITIVE_INFINITY) < (first.deadline ?? Number.POSITIVE_INFINITY)
          ? status
          : first,
      undefined,
    );
}
