package de.kimhub.runtime.demo.process;

/** What the hub's books say of a source. */
public record SourceFigures(long received, long accepted, long repeated, long quarantined) {

    static final SourceFigures NONE = new SourceFigures(0, 0, 0, 0);

    SourceFigures plus(SourceFigures other) {
        return new SourceFigures(received + other.received, accepted + other.accepted, repeated + other.repeated,
                quarantined + other.quarantined);
    }

    /** Every record that came in was accepted, repeated or quarantined. */
    public boolean addsUp() {
        return received == accepted + repeated + quarantined;
    }
}
