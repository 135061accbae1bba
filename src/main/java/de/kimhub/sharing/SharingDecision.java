package de.kimhub.sharing;

/** Whether a recipient gets an event. */
public sealed interface SharingDecision {

    record Share(SharingRule rule) implements SharingDecision {
    }

    record Withhold(Reason reason) implements SharingDecision {
    }
}
