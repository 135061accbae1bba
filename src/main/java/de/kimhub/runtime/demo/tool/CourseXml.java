package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Kind;
import de.kimhub.runtime.demo.kreis.Office;
import java.util.UUID;

/** What the BAMF answers the Ausländerbehörde about integration courses (07xxxx). */
final class CourseXml {

    static final String DUPLICATE = "17001";

    private CourseXml() {
    }

    static void admitted(Xml xml, Happening happening) {
        reference(xml, happening);
        xml.own("berechtigungVerpflichtung").ownCode("art", "8", "1a")
                .own("bamfkennziffer", Office.BAMF.fileNumber(happening.who()))
                .own("gueltigVon", happening.on().toString()).own("gueltigBis", happening.detail(Detail.UNTIL))
                .own("teilnahmeUnbefristet", "false")
                .own("austellendeBehoerde", Authority.IMMIGRATION_OFFICE.name()).end();
    }

    static void duplicate(Xml xml, Happening happening) {
        reference(xml, happening);
        xml.ownCode("informationSachbearbeitung", "7", DUPLICATE);
    }

    static void notPossible(Xml xml, Happening happening) {
        reference(xml, happening);
        xml.ownCode("ablehnungsgrund", "10", happening.detail(Detail.REASON))
                .own("beschreibung", "Die Person hat noch eine gültige Berechtigung.")
                .own("kannUebernommenWerden", "false");
    }

    /** Each answer says all that is known of the course by then. */
    static void attendance(Xml xml, Kind kind, Happening happening) {
        reference(xml, happening);
        if (kind == Kind.COURSE_ABORTED) {
            xml.own("kursabbruch", "true");
        } else if (kind == Kind.COURSE_COMPLETED) {
            xml.own("kursabschluss").own("erfolgreichAbgeschlossen",
                    Boolean.toString("Bestanden".equals(happening.detail(Detail.RESULT)))).end();
        }
        section(xml, happening);
        if (kind == Kind.COURSE_COMPLETED) {
            xml.own("datenAbschlusstestSprache").own("testdatum", happening.detail(Detail.ENDS_ON));
            provider(xml);
            xml.end();
        }
        xml.own("informationBerechtigungVerpflichtung")
                .own("bamfKennziffer", Office.BAMF.fileNumber(happening.who()))
                .ownCode("informationSachbearbeitung", "1", "17200").end();
    }

    private static void section(Xml xml, Happening happening) {
        String end = happening.detail(Detail.ENDS_ON);
        xml.own("kursabschnittsdaten").own("kurskennung", "MUSTER-K-" + happening.who().no())
                .own("beginndatum", happening.detail(Detail.STARTS_ON)).own("endedatum")
                .own(end.isEmpty() ? "voraussichtlichesEndedatum" : "tatsaechlichesEndedatum",
                        end.isEmpty() ? happening.on().plusMonths(6).toString() : end).end()
                .ownCode("kursabschnitt", "4", "1")
                .ownCode("kursart", "4", happening.detail(Detail.COURSE).startsWith("Alpha") ? "4" : "1")
                .own("kursort").own("kursortkennziffer", "MUSTER-O-01").own("anschrift");
        address(xml);
        xml.end().end();
        provider(xml);
        xml.end();
    }

    private static void provider(Xml xml) {
        xml.own("kurstraeger").own("traegerkennziffer", "MUSTER-T-02").own("name", "Sprachinstitut Probe (synthetisch)")
                .own("anschrift");
        address(xml);
        xml.end().end();
    }

    private static void address(Xml xml) {
        xml.bare("hausnummer", "4").bare("postleitzahl", "32052").bare("strasse", "Musterring").bare("wohnort", "Herford");
    }

    /** The reader's sign, and the message that this one corrects. */
    private static void reference(Xml xml, Happening happening) {
        UUID corrected = MessageHead.corrected(happening);
        xml.own("ausloeserUUID", (corrected == null ? MessageHead.question(happening) : corrected).toString())
                .own("ihrZeichen", Office.ABH.fileNumber(happening.who()));
    }
}
