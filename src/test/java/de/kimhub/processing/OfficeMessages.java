package de.kimhub.processing;

import java.util.Map;

/** Writes single messages of XAusländer as the Ausländerbehörde's tool copies them for the hub. */
final class OfficeMessages {

    static final String APPLICATION = "ANTRAG-MUSTER-7";
    static final String AZR = "260101000007";
    static final String KENNZIFFER = "MUSTER-KZ-7";

    private static final String PERSON = """
            <xa:identifikationPerson.MBABH>
              <xa:vornamePeriode1><name>Beispiela</name></xa:vornamePeriode1>
              <xa:familiennamePeriode1><name>Musterfrau</name></xa:familiennamePeriode1>
              <xa:geburt><xa:geburtsort><xa:ort>Musterdorf</xa:ort></xa:geburtsort>
                <xa:tagDerGeburt><teilbekanntesDatum><jahrMonatTag>1990-06-05</jahrMonatTag></teilbekanntesDatum></xa:tagDerGeburt></xa:geburt>
              <xa:anschriftHwaw><gemeindeschluessel><code>05758004</code></gemeindeschluessel><hausnummer>7</hausnummer><postleitzahl>32257</postleitzahl><strasse>Verborgener Weg</strasse><wohnort>Bünde</wohnort></xa:anschriftHwaw>
              <xa:azrNummer>%s</xa:azrNummer>
            </xa:identifikationPerson.MBABH>
            """.formatted(AZR);
    private static final Map<String, String> AUTHORS = Map.of("03", "ags:05758004", "07", "azr:048300", "13", "azr:048300");

    private int number;

    String status(String on, String code) {
        return message("OZG.Statusmeldung.130104", on, """
                <xa:antragsidentifikation>%s</xa:antragsidentifikation>
                <xa:ausloeserUUID>00000000-0000-4000-8000-000000900007</xa:ausloeserUUID>
                <xa:status><code>%s</code></xa:status>
                """.formatted(APPLICATION, code));
    }

    String appointment(String on, String day, String room) {
        return message("OZG.Terminmitteilung.130105", on, """
                <xa:antragsidentifikation>%s</xa:antragsidentifikation>
                <xa:ausloeserUUID>00000000-0000-4000-8000-000000900007</xa:ausloeserUUID>
                <xa:strukturierteTermininformationen><xa:datum>%s</xa:datum><xa:uhrzeitAb>09:30:00</xa:uhrzeitAb>
                  <xa:weitereAngabenZumOrt>%s</xa:weitereAngabenZumOrt></xa:strukturierteTermininformationen>
                """.formatted(APPLICATION, day, room));
    }

    String registered(String on) {
        return message("MBABH.Anmeldung.030101", on, PERSON);
    }

    String block(String on) {
        return message("MBABH.Auskunftssperre.030112", on, PERSON + """
                <xa:aenderung><xa:nachher>
                  <xa:auskunftssperre><xa:mbauskunftssperre><code>3</code></xa:mbauskunftssperre></xa:auskunftssperre>
                  <xa:identifikation.quittungsrelevanterSachverhalt><ereignis.zeitpunkt>%sT11:00:00.000+02:00</ereignis.zeitpunkt>
                    <ereignis.zeichen>MUSTER-SPERRE</ereignis.zeichen></xa:identifikation.quittungsrelevanterSachverhalt>
                </xa:nachher></xa:aenderung>
                """.formatted(on));
    }

    /** The block stands before, and afterwards there is none. */
    String blockGone(String on) {
        return message("MBABH.Auskunftssperre.030112", on, PERSON + "<xa:aenderung><xa:vorher><xa:mbauskunftssperre>"
                + "<code>3</code></xa:mbauskunftssperre></xa:vorher></xa:aenderung>");
    }

    /** From the Ausländerbehörde to the BAMF; nothing says that a block is gone but that the element is missing. */
    String toFederalOffice(String on, boolean blocked) {
        return message("ABHBAMF.Auskunftssperre.070022", on, """
                <xa:ihrZeichen>%s</xa:ihrZeichen>
                <xa:identifikation><xa:geburtsdatum><jahrMonatTag>1990-06-05</jahrMonatTag></xa:geburtsdatum><xa:bamfkennziffer>%s</xa:bamfkennziffer></xa:identifikation>
                """.formatted(APPLICATION, KENNZIFFER)
                + (blocked ? "<xa:auskunftssperreLiegtVor>true</xa:auskunftssperreLiegtVor>" : ""));
    }

    private String message(String element, String on, String body) {
        String type = element.substring(element.length() - 6);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <nachrichten>
                <xa:%1$s xmlns:xa="http://www.osci.de/xauslaender2611" produkt="Muster" produkthersteller="Muster" produktversion="1.0" standard="XAusländer" version="26.11">
                <nachrichtenkopf.g2g>
                  <identifikation.nachricht><nachrichtenUUID>00000000-0000-4000-8000-%2$012d</nachrichtenUUID>
                    <nachrichtentyp listURI="urn:de:xauslaender:codelist:nachrichtentyp" listVersionID="19"><code>%3$s</code></nachrichtentyp>
                    <erstellungszeitpunkt>%4$sT09:00:00.000+01:00</erstellungszeitpunkt></identifikation.nachricht>
                  <leser><verzeichnisdienst listVersionID="3"><code>DVDV</code></verzeichnisdienst><kennung>azr:048300</kennung><name>Leser (Muster)</name></leser>
                  <autor><verzeichnisdienst listVersionID="3"><code>DVDV</code></verzeichnisdienst><kennung>%5$s</kennung><name>Behörde (Muster)</name>
                    <erreichbarkeit><kanal><code>02</code></kanal><kennung>05221 000060</kennung></erreichbarkeit></autor>
                </nachrichtenkopf.g2g>
                <anschrift.leser><postfach><postfach>100</postfach><wohnort>Musterstadt</wohnort><postleitzahl>32049</postleitzahl></postfach></anschrift.leser>
                <anschrift.autor><gebaeude><hausnummer>1</hausnummer><postleitzahl>32049</postleitzahl><strasse>Musterplatz</strasse><wohnort>Herford</wohnort></gebaeude></anschrift.autor>
                %6$s
                </xa:%1$s>
                </nachrichten>
                """.formatted(element, ++number, type, on, AUTHORS.get(type.substring(0, 2)), body);
    }
}
