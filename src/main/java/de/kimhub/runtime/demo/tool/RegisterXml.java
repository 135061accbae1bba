package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;

/** What a Meldebehörde tells the Ausländerbehörde (0301xx), behind the person. */
final class RegisterXml {

    static final String NEW_STREET = "Neue Probestraße";
    private static final String PRIVATE_BLOCK = "3";

    private RegisterXml() {
    }

    static void arrival(Xml xml, PersonXml person, Happening happening) {
        xml.own("anmeldungZusatzdaten.MBABH").own("angabenFamilienstand").ownCode("familienstand", "2", "LD").end();
        movedIn(xml, happening);
        xml.end();
    }

    static void move(Xml xml, PersonXml person, Happening happening) {
        xml.own("neueHwAw");
        person.address(xml, NEW_STREET, person.who().home());
        xml.end();
        movedIn(xml, happening);
    }

    static void name(Xml xml, PersonXml before, Happening happening) {
        xml.own("aenderungsart").ownCode("artDerAenderung", "2", "01").end().own("alterName").own("familienname");
        PersonXml.name(xml, "periode1", before.family());
        xml.end().end().own("neuerName").own("familienname");
        PersonXml.name(xml, "periode1", happening.detail(Detail.NAME));
        xml.end().end();
    }

    static void block(Xml xml, Happening happening) {
        xml.own("aenderung").own("nachher").own("auskunftssperre").ownCode("mbauskunftssperre", "5", PRIVATE_BLOCK).end()
                .own("identifikation.quittungsrelevanterSachverhalt")
                .bare("ereignis.zeitpunkt", happening.on() + "T11:00:00.000Z")
                .bare("ereignis.zeichen", "SPERRE-" + happening.number()).end().end().end();
    }

    /** Nothing stands afterwards: what stood before is lifted. */
    static void unblock(Xml xml) {
        xml.own("aenderung").own("vorher").ownCode("mbauskunftssperre", "5", PRIVATE_BLOCK).end().end();
    }

    private static void movedIn(Xml xml, Happening happening) {
        xml.own("tagDesEinzuges").bare("datum", happening.on().toString()).end();
    }
}
