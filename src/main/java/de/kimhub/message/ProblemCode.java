package de.kimhub.message;

/**
 * A kind of problem. Each module has an enum of its own; the code is stable and documented.
 */
public interface ProblemCode {

    /** E.g. {@code HUB-MAP-012}. */
    String code();

    /** What it means and what to do, in German, for the acknowledgement to the sender; never with a value. */
    String germanText();

    /** Whether it shows that the source has changed what it sends: then it is a finding besides a refusal. */
    default boolean isDrift() {
        return false;
    }

    /** The nearest code of {@code urn:de:xinneres:codeliste:fehlercodes}, S999 when none fits. */
    default String xinneresCode() {
        return "S999";
    }
}
