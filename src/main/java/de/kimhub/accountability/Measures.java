package de.kimhub.accountability;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Installation;
import java.util.ArrayList;
import java.util.List;

/** Technical and organisational measures (Art. 32 DSGVO) that the hub itself takes, and those it leaves to its operator. */
final class Measures {

    private Measures() {
    }

    /** @param what German: the aim, and what is done for it */
    record Measure(String aim, String what) {

        List<String> row() {
            return List.of(aim, what);
        }
    }

    static List<Measure> of(Installation installation) {
        HubConfiguration hub = installation.hub();
        List<Measure> all = new ArrayList<>();
        all.add(new Measure("Datenminimierung", "Weitergegeben wird nur, was eine Regel je Absender, Empfänger, Vorgang und Angabe erlaubt; alles "
                + "andere nicht. Von Menschen, die nicht teilnehmen, bleiben nur Prüfzahlen. Es gibt keinen Freitext."));
        all.add(new Measure("Sperren im Programm", "Keine Regel öffnet: Angaben einer Schule an die Ausländerbehörde (§ 87 Abs. 1 AufenthG), "
                + "fremde Aktenzeichen, AZR-, Kunden- und BG-Nummern, den genauen Aufenthaltstitel außer an Ausländerbehörde, BAMF und "
                + "(im Verfahren) Einbürgerungsbehörde, Datensätze an die Lenkungsgruppe."));
        all.add(new Measure("Auskunftssperre", "Anschrift, Erreichbarkeit, Gemeinde und Orte von Kurs, Maßnahme und Termin gehen von "
                + "Personen mit Auskunftssperre (§ 51 BMG) an niemanden, auch aus dem, was schon wartet."));
        all.add(new Measure("Verschlüsselung", "Dateien, Inhalte, Namen und Aktenzeichen sind in der Datenbank feldweise mit "
                + "authentifizierter Verschlüsselung (AEAD, Google Tink) verschlüsselt; gesucht wird nach Prüfzahlen mit Schlüssel. Eine Kopie "
                + "der Datenbank allein verrät nichts. Die Schlüssel sind mit einem weiteren verschlüsselt, der "
                + (hub.wrappingKey().isPresent() ? "getrennt als Geheimnis hinterlegt ist."
                : "zurzeit im selben Ordner liegt: getrennt aufbewahren (keys.wrappingKey in hub.yaml).")));
        all.add(new Measure("Pseudonyme", "Je Empfänger und Zweck eigene Pseudonyme, die sich nicht verbinden lassen; Auflösung nur durch zwei "
                + "Personen, begründet und protokolliert. Für Auswertungen vorgesehen; im Datenfluss zwischen den Stellen tragen "
                + "Empfänger ihr eigenes Aktenzeichen."));
        all.add(new Measure("Trennung", "Jede Stelle sieht nur ihre eigenen Akten und unter deren Aktenzeichen. Testdaten und Angaben zu echten "
                + "Personen kommen nirgends zusammen. Eigene Rollen der Datenbank ohne Zugriff auf Namen und Inhalte."));
        all.add(new Measure("Nachweis", "Protokoll, an das nur angefügt werden kann: verkettete Prüfzahlen, signierte Prüfpunkte; hub audit verify "
                + "findet jede Änderung. Jede Weitergabe nennt ihre Regel, hub explain rechnet sie nach."));
        all.add(new Measure("Integrität", "Jede Lieferung ist versiegelt und hat je Empfänger genau eine Wirkung, soweit das Werkzeug das kann; "
                + "Berichtigung und Widerruf erreichen, wer etwas bekommen hat."));
        all.add(new Measure("Löschung", "Löschklassen nach DIN 66398, ein stündlicher Lauf und hub retention als Nachweis; hub person erase löscht "
                + "eine Person auch aus Kopien und Lieferungen, auch nach dem Einspielen einer Sicherung."));
        all.add(new Measure("Zugang", hub.web().map(web -> "Seiten nur mit Konto (Argon2id, erzeugtes erstes Passwort, Sperre nach Fehlversuchen), je "
                + "Konto eine Stelle. Sie lauschen auf " + web.address() + (web.address().equals(HubConfiguration.Web.LOCAL)
                ? "." : ": nur hinter TLS betreiben.")).orElse("Es gibt keine Seiten; bedient wird der Hub nur an seinem Rechner.")));
        if (!hub.review().reviewers().isEmpty()) {
            all.add(new Measure("Vier Augen", hub.review().reviewers().size() + " benannte Prüfende; jedes " + hub.review().secondOpinion()
                    + ". Paar entscheiden zwei, die nichts voneinander wissen. Alles lässt sich zurücknehmen."));
        }
        return all;
    }

    /** What only the operator can do. */
    static List<Measure> ofOperator(Installation installation) {
        HubConfiguration hub = installation.hub();
        return List.of(
                new Measure("Rechner", "Zutritt, Betriebssystem, Festplattenverschlüsselung, Aktualisierungen, Virenschutz."),
                new Measure("Netz", "Verschlüsselte Wege zu den Ordnern und Datenbanken der Stellen; TLS vor den Seiten"
                        + (hub.database().isPresent() ? "; TLS zur eigenen Datenbank" : "") + "."),
                new Measure("Schlüssel und Sicherungen", "Ordner keys/ und Datenbank getrennt sichern; Wiederherstellung mit zwei von drei Teilen "
                        + "üben (hub keys shares rehearse); Löschfristen auch für Sicherungen."),
                new Measure("Menschen", "Verpflichtung zur Verschwiegenheit, auch nach § 203 Abs. 3 und 4 StGB; Schulung; Vertretung."),
                new Measure("Dienstleister", "Wer den Rechner betreibt, steht hier als weiterer Auftragsverarbeiter: " + Words.TO_BE_ADDED));
    }
}
