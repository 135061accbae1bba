package de.kimhub.privacy;

import java.util.function.IntSupplier;

/** Deletes in small transactions, so that nobody waits long for a row. */
public final class DeletionSteps {

    private DeletionSteps() {
    }

    /**
     * @param atOnce how many one step deletes at the most; fewer: nothing is left
     * @param step   deletes some in a transaction of its own, and says how many
     * @return how many were deleted in all
     */
    public static int untilNoneIsLeft(int atOnce, IntSupplier step) {
        int all = 0;
        int deleted;
        do {
            deleted = step.getAsInt();
            all += deleted;
        } while (deleted == atOnce);
        return all;
    }
}
