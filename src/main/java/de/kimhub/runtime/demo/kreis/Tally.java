package de.kimhub.runtime.demo.kreis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong at a recipient.
 *
 * @param lost       expected and not there
 * @param doubled    there more often than expected
 * @param reordered  there behind something that had to come later
 * @param unexpected there, although nobody should have sent it
 */
public record Tally(long lost, long doubled, long reordered, long unexpected) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally of(List<String> expected, List<String> held) {
        Map<String, Deque<Integer>> open = new HashMap<>();
        for (int place = 0; place < expected.size(); place++) {
            open.computeIfAbsent(expected.get(place), token -> new ArrayDeque<>()).add(place);
        }
        long doubled = 0;
        long reordered = 0;
        long unexpected = 0;
        int reached = -1;
        for (String token : held) {
            Deque<Integer> places = open.get(token);
            if (places == null) {
                unexpected++;
            } else if (places.isEmpty()) {
                doubled++;
            } else {
                // what is expected twice, as a status asked for anew, has two places
                int place = places.remove();
                reordered += place < reached ? 1 : 0;
                reached = Math.max(reached, place);
            }
        }
        long lost = open.values().stream().mapToLong(Deque::size).sum();
        return new Tally(lost, doubled, reordered, unexpected);
    }

    public Tally plus(Tally other) {
        return new Tally(lost + other.lost, doubled + other.doubled, reordered + other.reordered,
                unexpected + other.unexpected);
    }

    public boolean clean() {
        return equals(NONE);
    }
}
