package de.kimhub.message;

/** Order is stored: append only. */
public enum MessageKind {
    /** Something happened. */
    EVENT("event", "Ereignis"),
    /** How things stand today, asked once when a consent is given ("Stand heute"). */
    STATUS("status", "Stand heute"),
    /** The source corrects what it said before; recipients see the old and the new. */
    CORRECTION("correction", "Korrektur"),
    /** The source takes back what it said before. */
    RETRACTION("retraction", "Zurückgenommen"),
    /** A consent was withdrawn: nothing more will come, what was sent may no longer be used on its ground. */
    STOP("stop", "Stopp: nicht weiter verwenden");

    private final String code;
    private final String germanText;

    MessageKind(String code, String germanText) {
        this.code = code;
        this.germanText = germanText;
    }

    public String code() {
        return code;
    }

    public String germanText() {
        return germanText;
    }
}
