package de.kimhub.runtime.demo.kreis;

import java.util.List;

/**
 * Weighted as foreigners in NRW are (end of 2023 and 2024, in thousands), with a few rarer ones for their awkward
 * names. All names are made of the language's words for "example", "sample", "draft" or "trial": nobody bears them.
 */
public enum Nationality {
    TURKEY("163", "TUR", "türkisch", "Türkei", 490,
            List.of("Örnekoğlu", "Numuneci", "Taslakçı", "Denemeşen", "Kurguoğlu", "Örneksoy"),
            List.of("Örnekhan", "Denemecan", "Taslakbey", "Numunealp"),
            List.of("Örnekgül", "Denemenur", "Taslakşah", "Numunesu")),
    SYRIA("475", "SYR", "syrisch", "Syrien, Arab. Rep.", 288,
            List.of("al-Mithāl", "at-Tadjriba", "an-Namūdhadj", "al-Mithali", "Tadjribi", "al-ʿAyyina"),
            List.of("Mithālan", "Tadjrib", "Namūdh", "ʿAyyin"),
            List.of("Mithāla", "Tadjriba", "Namūdha", "ʿAyyina")),
    UKRAINE("166", "UKR", "ukrainisch", "Ukraine", 280,
            List.of("Prykladenko", "Zrazkovych", "Šablonenko", "Vzirčuk", "Testovs’ka", "Probnyj"),
            List.of("Pryklad", "Zrazkoslav", "Testomyr", "Probodan"),
            List.of("Prykladyna", "Zrazkoslava", "Testomyra", "Probodana")),
    POLAND("152", "POL", "polnisch", "Polen", 222,
            List.of("Przykładowska", "Wzorcowski", "Próbny-Test", "Szablońska", "Przykładek", "Testówna"),
            List.of("Przykład", "Wzorzysław", "Próbosław", "Testomir"),
            List.of("Przykłada", "Wzorzysława", "Próbosława", "Testomira")),
    ROMANIA("154", "ROU", "rumänisch", "Rumänien", 169,
            List.of("Exemplescu", "Probăianu", "Șablonaru", "Modelăreanu", "Țestescu", "Mostrănescu"),
            List.of("Exemplin", "Probărel", "Șablonel", "Țestin"),
            List.of("Exemplina", "Probărița", "Șablona", "Țestina")),
    AFGHANISTAN("423", "AFG", "afghanisch", "Afghanistan", 73,
            List.of("Namūnazai", "Misālī", "Āzmāyeshī", "Namunayar", "Misalzada", "Almāni-Test"),
            List.of("Namunollah", "Misalyar", "Azmayesh", "Testgul"),
            List.of("Namuna", "Misala", "Azmayesha", "Testbibi")),
    SERBIA("170", "SRB", "serbisch", "Serbien", 70,
            List.of("Primerović", "Uzorčić", "Ogledić", "Probić", "Šablonić", "Nacrtović"),
            List.of("Primeroslav", "Uzoran", "Probomir", "Nacrtan"),
            List.of("Primerka", "Uzorka", "Probomirka", "Nacrtana")),
    ERITREA("224", "ERI", "eritreisch", "Eritrea", 20,
            List.of("Misale", "Araya-Test", "Ab’nnet", "Meskerem-Misale", "Fetena", "Mukera"),
            List.of("Misale", "Fetena", "Mukera", "Abnet"),
            List.of("Misalet", "Fetenash", "Mukerash", "Abnetu")),
    STATELESS("997", "XXA", "staatenlos", "staatenlos", 12,
            List.of("Beispielovitsch", "Musterjan", "Probekhani", "Entwurfian", "Testadze", "Vorlagov"),
            List.of("Beispielan", "Musterik", "Probekhan", "Testar"),
            List.of("Beispielina", "Musterika", "Probekha", "Testara"));

    private final String key;
    private final String iso3;
    private final String adjective;
    private final String officialText;
    private final int weight;
    private final List<String> families;
    private final List<String> givenMale;
    private final List<String> givenFemale;

    Nationality(String key, String iso3, String adjective, String officialText, int weight, List<String> families,
                List<String> givenMale, List<String> givenFemale) {
        this.key = key;
        this.iso3 = iso3;
        this.adjective = adjective;
        this.officialText = officialText;
        this.weight = weight;
        this.families = families;
        this.givenMale = givenMale;
        this.givenFemale = givenFemale;
    }

    /** Destatis key of three digits. */
    public String key() {
        return key;
    }

    public String iso3() {
        return iso3;
    }

    /** As a Jobcenter writes it. */
    public String adjective() {
        return adjective;
    }

    /** Name of the state in the official list. */
    public String officialText() {
        return officialText;
    }

    int weight() {
        return weight;
    }

    List<String> families() {
        return families;
    }

    List<String> given(String sex) {
        return "w".equals(sex) ? givenFemale : givenMale;
    }
}
