package de.kimhub.runtime.demo.kreis;

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
        Map<String, Integer> position = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        for (String token : expected) {
            position.putIfAbsent(token, position.size());
            open.merge(token, 1, Integer::sum);
        }
        long doubled = 0;
        long reordered = 0;
        long unexpected = 0;
        int reached = -1;
        for (String token : held) {
            Integer place = position.get(token);
            if (place == null) {
                unexpected++;
                continue;
            }
            if (open.merge(token, -1, Integer::sum) < 0) {
                doubled++;
            } else if (place < reached) {
                reordered++;
            }
            reached = Math.max(reached, place);
        }
        long lost = open.values().stream().filter(count -> count > 0).mapToLong(Integer::longValue).sum();
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
