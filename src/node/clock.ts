import type { Clock } from '../app/ports.js';

/** The day where the user is. */
export const systemClock: Clock = {
  today() {
    const now = new Date();
    const digits = (number: number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
  },
};
