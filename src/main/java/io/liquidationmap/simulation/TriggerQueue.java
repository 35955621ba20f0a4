package io.liquidationmap.simulation;

import java.util.Arrays;

/// Positions ordered by the price or time at which something happens to them: a binary heap whose entries know where
/// they stand in it, so that they can be moved and removed. O(log n) per change, O(1) to see that nothing is due.
final class TriggerQueue {

    private final int direction;
    private Trigger[] heap = new Trigger[1024];
    private int size;

    private TriggerQueue(int direction) {
        this.direction = direction;
    }

    /// A queue whose smallest key comes first.
    static TriggerQueue rising() {
        return new TriggerQueue(+1);
    }

    /// A queue whose largest key comes first.
    static TriggerQueue falling() {
        return new TriggerQueue(-1);
    }

    /// Whether the first entry is reached.
    ///
    /// @param key the present price or time, which comes from below in a rising queue and from above in a falling one
    boolean isDue(double key) {
        return size > 0 && heap[0].order <= direction * key;
    }

    /// The position whose turn comes first; there must be one.
    OpenPosition first() {
        return heap[0].position;
    }

    /// Puts an entry where `key` belongs, wherever it was.
    ///
    /// @param key zero or infinity takes the entry out: that price never comes
    void set(Trigger trigger, double key) {
        if (!(key > 0) || Double.isInfinite(key)) {
            remove(trigger);
            return;
        }
        trigger.order = direction * key;
        if (trigger.place == Trigger.NOWHERE) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            trigger.place = size++;
        }
        settle(trigger, trigger.place);
    }

    void remove(Trigger trigger) {
        int place = trigger.place;
        if (place == Trigger.NOWHERE) {
            return;
        }
        trigger.place = Trigger.NOWHERE;
        Trigger last = heap[--size];
        if (last != trigger) {
            settle(last, place);
        }
    }

    private void settle(Trigger trigger, int start) {
        int place = start;
        while (place > 0 && trigger.order < heap[(place - 1) / 2].order) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        int child = smallerChild(place);
        while (child < size && heap[child].order < trigger.order) {
            put(heap[child], place);
            place = child;
            child = smallerChild(place);
        }
        put(trigger, place);
    }

    private int smallerChild(int place) {
        int child = 2 * place + 1;
        return child + 1 < size && heap[child + 1].order < heap[child].order ? child + 1 : child;
    }

    private void put(Trigger trigger, int place) {
        heap[place] = trigger;
        trigger.place = place;
    }

    /// One position's entry in one queue.
    static final class Trigger {
        private static final int NOWHERE = -1;

        private final OpenPosition position;
        private double order;
        private int place = NOWHERE;

        Trigger(OpenPosition position) {
            this.position = position;
        }
    }
}
