package de.kimhub.linkage.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Numbers that belong together (union-find). */
final class Groups {

    private final Map<Long, Long> parents = new HashMap<>();

    long of(long number) {
        long root = number;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        if (root != number) {
            parents.put(number, root);
        }
        return root;
    }

    void join(long one, long other) {
        long left = of(one);
        long right = of(other);
        if (left != right) {
            parents.put(Math.max(left, right), Math.min(left, right));
        }
    }

    Collection<Set<Long>> among(Collection<Long> numbers) {
        Map<Long, Set<Long>> groups = new TreeMap<>();
        numbers.forEach(number -> groups.computeIfAbsent(of(number), root -> new TreeSet<>()).add(number));
        return groups.values();
    }
}
