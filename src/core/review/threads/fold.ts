import type { RecordedMessage, ReviewThread } from '../../model/thread.js';

/** A message with where it stands in the history: the place of its commit in the effect order, or infinity. */
export interface PlacedMessage extends RecordedMessage {
  readonly place: number;
}

/**
 * Messages as conversations. They stand in the order in which they took effect, what is not committed last; of one commit by the
 * time they name. The last message that settles or reopens says how a thread stands; one in another’s name says nothing.
 */
export function foldThreads(messages: readonly PlacedMessage[]): readonly ReviewThread[] {
  const threads = new Map<string, PlacedMessage[]>();
  for (const placed of messages) {
    const { thread } = placed.message;
    threads.set(thread, [...(threads.get(thread) ?? []), placed]);
  }
  const folded = [...threads].map(([id, list]): ReviewThread & { readonly place: number; readonly at: string } => {
    const ordered = [...list].sort(byEffect);
    const first = ordered.find(({ message }) => message.anchor) ?? ordered[0];
    const last = ordered.findLast(({ message, proof }) => message.kind !== 'comment' && (proof === 'proven' || proof === 'uncommitted'));
    return {
      id,
      state: last?.message.kind === 'resolved' ? 'resolved' : 'open',
      ...(first?.message.anchor && { anchor: first.message.anchor }),
      messages: ordered.map(({ place: _place, ...recorded }) => recorded),
      place: first?.place ?? 0,
      at: first?.message.at ?? '',
    };
  });
  return folded
    .sort((a, b) => a.place - b.place || compareText(a.at, b.at) || compareText(a.id, b.id))
    .map(({ place: _place, at: _at, ...thread }) => thread);
}

function byEffect(a: PlacedMessage, b: PlacedMessage): number {
  const byPlace = a.place === b.place ? 0 : a.place - b.place;
  return byPlace || compareTimes(a.message.at, b.message.at) || compareText(a.file, b.file);
}

/** Times of different zones as moments. */
function compareTimes(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
