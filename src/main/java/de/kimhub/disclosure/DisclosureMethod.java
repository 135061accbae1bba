package de.kimhub.disclosure;

/** A way to keep published numbers from giving single people away. */
public interface DisclosureMethod {

    /** @param progress told as cells are protected */
    Protection protect(Ledger ledger, Effort effort, Progress progress);

    /** Told now and then, from the thread that works. */
    @FunctionalInterface
    interface Progress {
        void protectedCells(int done, int of);
    }
}
