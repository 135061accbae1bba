package de.kimhub.accountability;

import static de.kimhub.accountability.Activity.Aspect.*;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.connector.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the hub does itself so that passing on is lawful and can be proved. */
final class OwnActivities {

    private static final String ALL_CONTROLLERS = "Alle beteiligten Stellen, jede für ihre Akten";

    private final HubConfiguration hub;

    OwnActivities(Installation installation) {
        this.hub = installation.hub();
    }

    List<Activity> all() {
        List<Activity> all = new ArrayList<>(List.of(recognising(), consents(), correcting(), refused(), logging()));
        if (!hub.review().reviewers().isEmpty()) {
            all.add(reviewing());
        }
        if (hub.web().isPresent()) {
            all.add(accounts());
        }
        return all;
    }

    private Activity recognising() {
        return new Activity("zuordnung", "Zuordnung von Akten derselben Person", Map.of(
                PURPOSE, List.of("Erkennen, welche Akten verschiedener Stellen dieselbe Person führen, damit Empfänger unter ihrem "
                        + "eigenen Aktenzeichen bekommen, was für sie bestimmt ist"),
                CONTROLLERS, List.of(ALL_CONTROLLERS),
                PEOPLE, List.of("Menschen, die teilnehmen, und solche, die nach Namen und Geburtsdatum dieselben sein können"),
                DATA, List.of("Namen in allen Schreibweisen", "Geburtsdatum, Geburtsort, Geschlecht, Staatsangehörigkeit, Anschrift",
                        "Aktenzeichen der Stellen (als Prüfzahl zum Suchen, verschlüsselt zum Zustellen)"),
                RECIPIENTS, List.of("niemand"),
                LEGAL_BASIS, List.of("Auftrag der Verantwortlichen (Art. 28 DSGVO); Grundlage der Weitergabe, für die zugeordnet wird"),
                RETENTION, List.of("Nach dem Ende der Teilnahme: " + Words.period(hub.retention().ended()),
                        "Ohne Teilnahme: " + Words.period(hub.retention().notEnrolled()))));
    }

    private Activity consents() {
        return new Activity("einwilligungen", "Nachweis der Einwilligungen", Map.of(
                PURPOSE, List.of("Nachweisen, wer worin eingewilligt und was widerrufen hat (Art. 7 Abs. 1 DSGVO)"),
                CONTROLLERS, List.of(ALL_CONTROLLERS),
                PEOPLE, List.of("Menschen, die eingewilligt haben, und wer sie vertritt"),
                DATA, List.of("Zwecke, Quellen, Empfänger, Arten von Daten, Gültigkeit", "Fassung und Sprache des Formulars, Vertretung, "
                        + "Entbindung von der Schweigepflicht", "Aktenzeichen anderer Stellen, wie sie die Person gezeigt hat"),
                RECIPIENTS, List.of("niemand; jede Stelle sieht die Einwilligungen ihrer eigenen Akten"),
                LEGAL_BASIS, List.of("Art. 7 Abs. 1, Art. 5 Abs. 2 DSGVO"),
                RETENTION, List.of("Nach dem Ende der Teilnahme: " + Words.period(hub.retention().ended()))));
    }

    private Activity correcting() {
        return new Activity("berichtigung", "Berichtigung, Stopp und Löschung bei Empfängern", Map.of(
                PURPOSE, List.of("Wer etwas bekommen hat, erfährt Berichtigung, Widerruf, Auskunftssperre und Löschung"),
                CONTROLLERS, List.of(ALL_CONTROLLERS),
                PEOPLE, List.of("Menschen, von denen etwas weitergegeben wurde"),
                DATA, List.of("Tag und Kennung dessen, was berichtigt, gestoppt oder gelöscht wird"),
                RECIPIENTS, List.of("Wer die Angabe bekommen hat"),
                LEGAL_BASIS, List.of("Art. 16, 17 und 19 DSGVO"),
                RETENTION, List.of("Nachweis der Löschung ohne Inhalt; Zustellungen: "
                        + Words.period(hub.retention().transportCopy()))));
    }

    private Activity refused() {
        return new Activity("zurueckgestellt", "Zurückgestellte Datensätze", Map.of(
                PURPOSE, List.of("Nicht lesbare oder unzulässige Datensätze aufbewahren, bis die Stelle sie berichtigt hat"),
                CONTROLLERS, List.of(ALL_CONTROLLERS),
                PEOPLE, List.of(Activities.CLIENTS),
                DATA, List.of("Der Datensatz, wie er kam (verschlüsselt)"),
                RECIPIENTS, List.of("Die Stelle, von der er kam: Ort und Kennung des Fehlers, ohne Inhalt"),
                LEGAL_BASIS, List.of("Auftrag der Verantwortlichen (Art. 28 DSGVO), Art. 5 Abs. 1 lit. d DSGVO"),
                RETENTION, List.of(Words.period(hub.retention().quarantine()), "Spätere Datensätze derselben Akte warten höchstens "
                        + Words.hours(hub.retention().hold()))));
    }

    private Activity logging() {
        return new Activity("protokoll", "Protokoll", Map.of(
                PURPOSE, List.of("Nachweisen, wer wann was auf welcher Grundlage getan hat (nach dem Muster von § 8 IntV)"),
                CONTROLLERS, List.of(ALL_CONTROLLERS),
                PEOPLE, List.of("Beschäftigte, die den Hub bedienen"),
                DATA, List.of("Zeit, Name oder Programmteil, Art, Anlass, Regel; keine Inhalte und keine Aktenzeichen"),
                RECIPIENTS, List.of("Datenschutzbeauftragte, Aufsichtsbehörde auf Anforderung"),
                LEGAL_BASIS, List.of("Art. 5 Abs. 2, Art. 32 DSGVO"),
                RETENTION, List.of(Words.period(hub.retention().audit()))));
    }

    private Activity reviewing() {
        return new Activity("pruefung", "Prüfung möglicher Dubletten", Map.of(
                PURPOSE, List.of("In Zweifelsfällen entscheiden Menschen, ob zwei Akten dieselbe Person führen"),
                CONTROLLERS, List.of(ALL_CONTROLLERS),
                PEOPLE, List.of("Menschen, deren Akten sich gleichen"),
                DATA, List.of("Die verglichenen Angaben zur Person; Anschriften nicht bei einer Auskunftssperre"),
                RECIPIENTS, List.of(hub.review().reviewers().size() + " benannte, zur Verschwiegenheit verpflichtete Personen, nicht aus "
                        + "Ausländerbehörde oder Jobcenter"),
                LEGAL_BASIS, List.of("Auftrag der Verantwortlichen (Art. 28 DSGVO), Art. 5 Abs. 1 lit. d DSGVO"),
                RETENTION, List.of("Wie die Akten")));
    }

    private static Activity accounts() {
        return new Activity("konten", "Konten für die Seiten", Map.of(
                PURPOSE, List.of("Anmeldung von Beschäftigten, deren Werkzeug keine Schnittstelle hat"),
                CONTROLLERS, List.of(ALL_CONTROLLERS),
                PEOPLE, List.of("Beschäftigte mit Konto"),
                DATA, List.of("Name des Kontos, Stelle, Prüfwert des Passworts (Argon2id), letzte Anmeldung, Fehlversuche"),
                RECIPIENTS, List.of("niemand"),
                LEGAL_BASIS, List.of("Art. 32 DSGVO"),
                RETENTION, List.of("Bis das Konto entfällt")));
    }
}
