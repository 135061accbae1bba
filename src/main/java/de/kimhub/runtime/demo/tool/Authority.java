package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Municipality;

/**
 * Who writes or reads messages of XAusländer.
 *
 * @param identifier as in the DVDV: prefix and key
 */
record Authority(String identifier, String name, String street, String postalCode, String town, String telephone) {

    static final Authority IMMIGRATION_OFFICE = new Authority("azr:048300",
            "Kreis Herford, Ausländerbehörde (synthetisch)", "Musterplatz", "32049", "Herford", "05221 000060");
    static final Authority FEDERAL_OFFICE = new Authority("dbs:990000", "BAMF, Regionalstelle (synthetisch)",
            "Musterallee", "90461", "Nürnberg", "0911 000080");
    static final Authority PORTAL = new Authority("alp:00000000", "Ausländerportal (synthetisch)",
            "Musterallee", "32049", "Herford", "05221 000065");

    static Authority registrationOffice(Municipality municipality) {
        return new Authority("ags:" + municipality.ags(), municipality.town() + ", Meldebehörde (synthetisch)",
                "Musterstraße", municipality.postalCode(), municipality.town(), "05221 000070");
    }

    /** Inside {@code leser}. */
    void writeReader(Xml xml) {
        xml.bareCode("verzeichnisdienst", "3", "DVDV").bare("kennung", identifier).bare("name", name);
    }

    /** Inside {@code autor}: how to reach it is told besides. */
    void writeAuthor(Xml xml) {
        writeReader(xml);
        xml.bare("erreichbarkeit").bareCode("kanal", "3", "02").bare("kennung", telephone).end();
    }

    /** Inside {@code anschrift.autor}. */
    void writeAddress(Xml xml) {
        xml.bare("gebaeude").bare("hausnummer", "1").bare("postleitzahl", postalCode).bare("strasse", street)
                .bare("wohnort", town).end();
    }
}
