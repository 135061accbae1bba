package de.kimhub.runtime.demo.kreis;

import java.util.List;

/** The four Modellkommunen of the Kreis Herford. */
public enum Municipality {
    HERFORD("05758012", "Herford", 45, List.of("32049", "32051", "32052")),
    BUENDE("05758004", "Bünde", 25, List.of("32257")),
    LOEHNE("05758024", "Löhne", 20, List.of("32584")),
    HIDDENHAUSEN("05758016", "Hiddenhausen", 10, List.of("32120"));

    private final String ags;
    private final String town;
    private final int share;
    private final List<String> postalCodes;

    Municipality(String ags, String town, int share, List<String> postalCodes) {
        this.ags = ags;
        this.town = town;
        this.share = share;
        this.postalCodes = postalCodes;
    }

    public String ags() {
        return ags;
    }

    public String town() {
        return town;
    }

    /** In percent of the people. */
    int share() {
        return share;
    }

    /** Of the town hall. */
    public String postalCode() {
        return postalCodes.getFirst();
    }

    List<String> postalCodes() {
        return postalCodes;
    }
}
