package de.kimhub.linkage.register;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/** Keeps others from changing neighbourhoods. */
@Component
class Neighbourhoods {

    private final Buckets buckets;
    private final NeighbourhoodTable table;

    Neighbourhoods(Buckets buckets, NeighbourhoodTable table) {
        this.buckets = buckets;
        this.table = table;
    }

    /**
     * The neighbourhood of these files, which nobody else changes until the transaction ends. While this one waited for
     * locks another may have made the neighbourhood greater: then the locks are given back and taken anew, in order.
     */
    Neighbourhood lockAround(Collection<Long> files) {
        Set<Long> locked = new HashSet<>(files);
        locked.addAll(table.around(files).files().keySet());
        while (true) {
            SortedSet<?> savepoint = buckets.savepoint();
            buckets.lockFiles(locked);
            Neighbourhood now = table.around(files);
            if (locked.containsAll(now.files().keySet())) {
                buckets.release();
                return now;
            }
            buckets.rollBack(savepoint);
            locked.addAll(now.files().keySet());
        }
    }
}
