// The moments at which a process may be killed; only tests listen.

/**
 * `planning`: a schedule is due and nothing is written. `claimed`: the row is ours. `sending`: what it says is known, and
 * nothing of it written. `marked`: it is written down that its request begins, which lacks its last byte. `sent`: the platform has answered.
 * `written`: the outcome is in the database.
 */
export type Step = 'planning' | 'claimed' | 'sending' | 'marked' | 'sent' | 'written';

/** @param delivery the row's id; null where there is none yet */
export type OnStep = (step: Step, delivery: string | null) => void | Promise<void>;
