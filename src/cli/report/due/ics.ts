import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { DueItem } from '../../../app/due.js';
import { dayNumber } from '../../../core/days.js';
import type { Context } from '../../context.js';
import type { DueReport } from './due-report.js';
import { dueWords } from './text.js';

/**
 * A calendar (RFC 5545) with one all-day event for each item. The same item keeps its UID when its day changes, and a later
 * day raises its sequence, so that importing the file again moves the event instead of adding another. The same content on
 * the same day gives the same bytes.
 */
export const reportDueAsCalendar: DueReport = ({ title, today, items }, context) => {
  const calendar = ical({
    name: context.say('dueCalendar', { title }),
    prodId: { company: 'Playbook KB', product: 'review due', language: context.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const item of items) {
    calendar.createEvent({
      id: uid(item),
      stamp: midnight(today),
      sequence: Math.max(0, dayNumber(item.day) ?? 0),
      start: midnight(item.day),
      end: midnight(item.day, 1),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: flat(context.say('dueEvent', { what: context.say(dueWords[item.kind]), title: item.title })),
      description: description(item, context),
    });
  }
  return `${calendar.toString().replace(/(?:\r\n)?$/, '\r\n')}`;
};

/** Ids may hold any letter of any script, which a UID may too. */
function uid({ kind, id }: DueItem): string {
  return `${kind}-${id}@playbook-kb`;
}

/** All-day events name days, not moments; the library writes the day in UTC, whatever the time zone here. */
function midnight(day: string, later = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + later));
}

function description({ owner, reviewedOn, id, path }: DueItem, { say }: Context): string {
  return [
    say('dueOwner', { owner: owner ?? say('noOwner') }),
    ...(reviewedOn === undefined ? [] : [say('dueLastReview', { day: reviewedOn })]),
    say('duePlace', { id, path }),
  ]
    .map(flat)
    .join('\n');
}

/** Controls have no place in a calendar; a line break would begin another property for careless readers. */
function flat(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
