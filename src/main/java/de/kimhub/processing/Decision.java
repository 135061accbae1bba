package de.kimhub.processing;

import de.kimhub.sharing.Reason;

/** What becomes of an event at one recipient. */
sealed interface Decision {

    record Give(String rule) implements Decision {
    }

    /**
     * It would be given if everybody concerned were live.
     *
     * @param owed     the recipient has what the event corrects or takes back: it is told when both are live
     * @param waitsFor number of the side that is in shadow; {@code null} when a test or a consent is the reason
     */
    record InShadow(String rule, boolean owed, Integer waitsFor) implements Decision {
    }

    record Withhold(Reason reason) implements Decision {
    }
}
