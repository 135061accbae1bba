package de.kimhub.linkage.register;

import de.kimhub.linkage.blocking.BlockingKey;
import de.kimhub.linkage.comparison.Traits;
import java.util.List;

/** A persona ready to be looked for. */
record Prepared(Traits traits, List<Keyed> keys) {

    /**
     * @param key    not refined
     * @param digest keyed digest of it
     */
    record Keyed(BlockingKey key, long digest) {

        /** Equal ones have equal digests; the key's own takes long. */
        @Override
        public int hashCode() {
            return Long.hashCode(digest);
        }
    }
}
