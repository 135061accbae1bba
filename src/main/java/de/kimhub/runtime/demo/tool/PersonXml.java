package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Municipality;
import de.kimhub.runtime.demo.kreis.Resident;
import java.util.List;

/**
 * A person as messages of XAusländer have them.
 *
 * @param family the name that the person bears now, or {@code null} for a person with a single name
 * @param street where the person lives now
 */
record PersonXml(Resident who, String family, String street) {

    private static final List<String> TITLES =
            List.of("AERL-STAT-027", "AERL-STAT-025", "AERL-STAT-406", "NE-STAT-30", "AERL-STAT-001");

    static PersonXml of(Resident who) {
        return new PersonXml(who, who.family(), who.street());
    }

    /** As the Ausländerbehörde tells the BAMF. */
    void personalien(Xml xml, boolean wrappedAddress) {
        xml.own("personalien");
        name(xml, "vorname", who.given());
        name(xml, "nachname", family);
        xml.own("geschlecht").ownCode("geschlecht", "1", who.sex()).end();
        xml.own("geburtsdatum");
        birth(xml);
        xml.end().own("anschrift");
        if (wrappedAddress) {
            xml.bare("gebaeude");
        }
        address(xml, street, null);
        if (wrappedAddress) {
            xml.end();
        }
        xml.end().end();
    }

    void weitereAngaben(Xml xml) {
        xml.own("weitereAngaben").own("aZRNummer", azrNumber()).own("geburtsort").own("unbekannt", "true").end();
        nationality(xml, "staatsangehoerigkeit");
        xml.ownCode("aufenthaltstitel", "19", TITLES.get(who.no() % TITLES.size())).end();
    }

    /** As a Meldebehörde tells the Ausländerbehörde. */
    void identification(Xml xml) {
        xml.own("identifikationPerson.MBABH");
        name(xml, "vornamePeriode1", who.given());
        name(xml, "familiennamePeriode1", who.family());
        xml.own("geburt").own("geburtsort").own("unbekannt", "true").end();
        xml.own("tagDerGeburt").bare("teilbekanntesDatum");
        birth(xml);
        xml.end().end().end();
        nationality(xml, "staatsangehoerigkeit");
        xml.own("anschriftHwaw");
        address(xml, who.street(), who.home());
        xml.end().own("azrNummer", azrNumber());
        xml.own("geschlecht").ownCode("geschlecht", "1", who.sex()).end().end();
    }

    /** Of a name that is known to be missing the standard says so. */
    static void name(Xml xml, String element, String name) {
        xml.own(element);
        if (name == null) {
            xml.bare("nichtVorhanden", "true");
        } else {
            xml.bare("name", name);
        }
        xml.end();
    }

    /** @param municipality {@code null} where the kind of address has no place for it */
    void address(Xml xml, String street, Municipality municipality) {
        if (municipality != null) {
            xml.bareCode("gemeindeschluessel", "2026-04-30", municipality.ags());
        }
        xml.bare("hausnummer", who.houseNumber()).bare("postleitzahl", who.postalCode()).bare("strasse", street)
                .bare("wohnort", who.home().town());
    }

    private void birth(Xml xml) {
        if (who.birthYearOnly()) {
            xml.bare("jahr", Integer.toString(who.birth().getYear()));
        } else {
            xml.bare("jahrMonatTag", who.birth().toString());
        }
    }

    private void nationality(Xml xml, String element) {
        xml.own(element).ownCode("staatsangehoerigkeit", "2024-08-01", who.nationality().key()).end();
    }

    private String azrNumber() {
        return "200101%06d".formatted(who.no());
    }
}
