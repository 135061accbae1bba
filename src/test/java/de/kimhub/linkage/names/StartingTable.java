package de.kimhub.linkage.names;

/** With what the learning of a table begins. */
record StartingTable(String name, Alphabet alphabet, String costs) {

    static final StartingTable LATIN = new StartingTable("latin", Alphabets.LATIN, "starting-costs.csv");
    static final StartingTable ARABIC = new StartingTable("arabic", Alphabets.ARABIC, "starting-costs-without-vowels.csv");
    static final StartingTable CYRILLIC = new StartingTable("cyrillic", Alphabets.CYRILLIC, "starting-costs.csv");

    StartingSounds firsts() {
        return new StartingSounds(name, alphabet);
    }

    static StartingSounds seconds() {
        return new StartingSounds(LATIN.name, LATIN.alphabet);
    }

    SoundParameters parameters() {
        SoundParameters parameters = new SoundParameters(alphabet, LATIN.alphabet);
        new StartingCosts(costs).giveTo(parameters, firsts(), seconds());
        return parameters;
    }
}
