package de.kimhub.message;

/** Order is stored: append only. */
public enum AddressType {
    /** Meldeanschrift of the only or main dwelling. */
    MAIN("main"),
    /** Where post reaches the person (Postanschrift). */
    POSTAL("postal"),
    /** The address before a move. */
    PREVIOUS("previous");

    private final String code;

    AddressType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
