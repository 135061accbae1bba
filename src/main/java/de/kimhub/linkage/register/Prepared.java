package de.kimhub.linkage.register;

import de.kimhub.linkage.blocking.BlockingKey;
import de.kimhub.linkage.comparison.Traits;
import java.util.List;

/** A persona ready to be looked for. */
record Prepared(Traits traits, List<Keyed> keys) {

    /**
     * @param key     not refined
     * @param digests keyed digests of it, and of it with one refinement after the other
     */
    record Keyed(BlockingKey key, List<Long> digests) {

        /** Of the key as it is before any refinement. */
        long digest() {
            return digests.getFirst();
        }

        /** Equal ones have equal digests; the key's own takes long. */
        @Override
        public int hashCode() {
            return Long.hashCode(digest());
        }
    }
}
