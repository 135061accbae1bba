package de.kimhub.linkage.names;

/** How alike names are. Symmetric; remembers nothing but the last few parts; for any number of threads. */
public final class NameSimilarity {

    /** From here on two parts count as spellings of one name. */
    public static final double CLOSE = 0.7;

    private static final ThreadLocal<PartComparison> PARTS = ThreadLocal.withInitial(PartComparison::new);
    private static final ThreadLocal<Alignment> NAMES = ThreadLocal.withInitial(Alignment::new);

    private NameSimilarity() {
    }

    /**
     * 0..1; 1 only where the parts share a form. Spellings of one name in different romanisations or scripts lie above
     * {@link #CLOSE}, mostly above 0.8; unrelated names below 0.5. An initial agrees weakly, with 0.75.
     */
    public static double of(NamePart a, NamePart b) {
        return PARTS.get().of(a, b);
    }

    /**
     * The best alignment of the parts, whatever their order; "Hans-Peter" meets "Hanspeter". A name without parts agrees
     * with nothing and contradicts nothing.
     */
    public static NameMatch of(PreparedName a, PreparedName b) {
        return NAMES.get().of(a, b);
    }
}
