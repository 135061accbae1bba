package de.kimhub.linkage;

/** To which person a case belongs. */
public sealed interface LinkageDecision {

    /** The same person, for a reason that stands on its own. */
    record Match(long personId, Evidence evidence) implements LinkageDecision {
    }

    /** Perhaps the same; a person decides. */
    record PossibleMatch(long personId) implements LinkageDecision {
    }

    /** Nobody known: the case stays alone in its source's compartment. */
    record NonMatch() implements LinkageDecision {
    }

    /** Why a match is one. */
    enum Evidence {
        /** The other office's file number, as the client showed it when consenting. */
        FILE_NUMBER_IN_CONSENT,
        /** What two files say of the person, beyond doubt. */
        SURE
    }
}
