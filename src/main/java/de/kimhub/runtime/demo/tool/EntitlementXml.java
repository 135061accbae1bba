package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.Resident;
import java.util.UUID;

/** What the Ausländerbehörde tells the BAMF about integration courses (07xxxx). */
final class EntitlementXml {

    private static final String NO_SIMPLE_GERMAN =
            "ABHBAMF.TeilnahmeverpflichtungKeineEinfachenSprachkenntnisse.070008";
    private static final String NO_SUFFICIENT_GERMAN =
            "ABHBAMF.TeilnahmeverpflichtungKeineAusreichendenSprachkenntnisse.070009";
    private static final String NEEDS_HELP =
            "ABHBAMF.TeilnahmeverpflichtungBesondersIntegrationsbeduerftig.070010";
    private static final int VALID_MONTHS = 12;

    private EntitlementXml() {
    }

    /** Which of the three obligations somebody is under. */
    static String obligation(Resident who) {
        return switch (who.no() % 3) {
            case 0 -> NO_SIMPLE_GERMAN;
            case 1 -> NO_SUFFICIENT_GERMAN;
            default -> NEEDS_HELP;
        };
    }

    static void entitled(Xml xml, PersonXml person, Happening happening) {
        reference(xml, happening);
        person.personalien(xml, true);
        xml.own("nurOrientierungskurs", Boolean.toString(isPart(happening)));
        person.weitereAngaben(xml);
    }

    static void obliged(Xml xml, PersonXml person, Happening happening) {
        reference(xml, happening);
        person.personalien(xml, false);
        switch (obligation(person.who())) {
            case NO_SIMPLE_GERMAN -> xml.own("nurSprachkurs", Boolean.toString(isPart(happening)));
            case NEEDS_HELP -> xml.own("gueltigBis",
                    happening.on().plusMonths(isPart(happening) ? 2 * VALID_MONTHS : VALID_MONTHS).toString());
            default -> { }
        }
        person.weitereAngaben(xml);
    }

    private static boolean isPart(Happening happening) {
        return !"ganz".equals(happening.detail(Detail.COURSE));
    }

    private static void reference(Xml xml, Happening happening) {
        UUID corrected = MessageHead.corrected(happening);
        if (corrected != null) {
            xml.own("ausloeserUUID", corrected.toString());
        }
        xml.own("ihrZeichen", Office.ABH.fileNumber(happening.who()));
    }
}
