package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Office;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** What the Ausländerbehörde answers to an application that came through a portal (1301xx): no word about the person. */
final class ApplicationXml {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private ApplicationXml() {
    }

    static void status(Xml xml, Happening happening, String code) {
        application(xml, happening);
        xml.ownCode("status", "4", code);
    }

    static void appointment(Xml xml, Happening happening) {
        application(xml, happening);
        LocalDateTime at = LocalDateTime.parse(happening.detail(Detail.AT));
        xml.own("strukturierteTermininformationen").own("datum", at.toLocalDate().toString())
                .own("uhrzeitAb", TIME.format(at)).own("ort").bare("hausnummer", "1").bare("postleitzahl", "32049")
                .bare("strasse", "Musterplatz").bare("wohnort", "Herford").end()
                .own("weitereAngabenZumOrt", "Zimmer 114").end();
    }

    private static void application(Xml xml, Happening happening) {
        xml.own("antragsidentifikation", Office.ABH.fileNumber(happening.who()))
                .own("ausloeserUUID", MessageHead.application(happening).toString());
    }
}
