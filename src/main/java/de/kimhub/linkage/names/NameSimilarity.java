package de.kimhub.linkage.names;

/** How alike two names are. */
public final class NameSimilarity {

    private NameSimilarity() {
    }

    /** 0 to 1, symmetric; 1 only for an equal form. */
    public static double of(NamePart a, NamePart b) {
        return a.forms().getFirst().equals(b.forms().getFirst()) ? 1 : 0;
    }

    /** Best alignment of the parts of both names, in any order. */
    public static NameMatch of(PreparedName a, PreparedName b) {
        int matched = (int) a.parts().stream().filter(x -> b.parts().stream().anyMatch(y -> of(x, y) == 1)).count();
        int shorter = Math.min(a.parts().size(), b.parts().size());
        int longer = Math.max(a.parts().size(), b.parts().size());
        return new NameMatch(shorter == 0 ? 0 : (double) matched / shorter, matched, longer - shorter, shorter - matched,
                false);
    }
}
