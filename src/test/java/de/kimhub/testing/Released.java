package de.kimhub.testing;

/** What the file of an instance needs before real data may go through it. */
public final class Released {

    public static final String ENTRIES =
            "release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}\n";
    public static final String LIVE = "mode: live\n" + ENTRIES;

    private Released() {
    }
}
