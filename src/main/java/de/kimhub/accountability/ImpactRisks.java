package de.kimhub.accountability;

import java.util.List;

/** What can go wrong for people whose data go through a hub, what it does against that, and what is left. */
final class ImpactRisks {

    private ImpactRisks() {
    }

    /** As rows of risk, measures, what is left. */
    static List<List<String>> rows() {
        return List.of(
                List.of("Zwei Personen werden verwechselt: Eine Stelle erfährt Angaben einer anderen Person",
                        "Verbunden wird nur bei gleichem Namen und vollem Geburtsdatum oder gezeigtem Aktenzeichen, sonst entscheiden Menschen; "
                                + "Trennen, Zurückrufen und Einfrieren (hub link part, hub link moved, hub incident --freeze)",
                        "Was gelesen wurde, ist bekannt"),
                List.of("Eine Behörde erfährt mehr, als sie darf, und muss es verwenden (§ 87 AufenthG)",
                        "Regeln je Vorgang und Angabe, sonst nichts; Sperren im Programm; nichts von Schulen an die Ausländerbehörde; "
                                + "grober statt genauer Aufenthaltstitel",
                        "Eine zu weite Regel: hub plan zeigt jede Änderung vorher"),
                List.of("Der Aufenthaltsort einer bedrohten Person wird bekannt", "Auskunftssperre wirkt in allen Akten der Person, auch auf Wartendes; "
                        + "Stopp hinter dem, was unterwegs ist", "Was vor der Sperre zugestellt war"),
                List.of("Weitergabe ohne oder gegen den Willen der Person", "Ohne gültige Einwilligung, die Absender, Empfänger und Zweck nennt, geht "
                        + "nur, was ein Gesetz verlangt; Widerruf wirkt sofort und erreicht Empfänger als Stopp",
                        "Ob die Einwilligung freiwillig war"),
                List.of("Bruch der Schweigepflicht (§ 203 StGB)", "Regeln verlangen die Entbindung; Beratungsinhalte haben kein Feld",
                        "Verpflichtung aller Mitwirkenden"),
                List.of("Datenbank oder Sicherung gerät in fremde Hände", "Feldweise Verschlüsselung, Prüfzahlen mit Schlüssel, Schlüssel getrennt, "
                        + "in Teilen gesichert", "Wer auch die Schlüssel hat, kann lesen"),
                List.of("Missbrauch durch Beschäftigte", "Je Konto eine Stelle, nur eigene Akten; verkettetes Protokoll; vier Augen bei Auflösung "
                        + "von Pseudonymen und Stichproben der Prüfung", "Wer den Rechner verwaltet"),
                List.of("Veraltete oder falsche Angaben wirken weiter", "Berichtigung und Rücknahme gehen an alle, die eine frühere Fassung haben; "
                        + "Reihenfolge je Akte; offene Aufgaben, wo ein Werkzeug sie nicht annimmt", "Ob das Werkzeug sie übernimmt"),
                List.of("Zahlen lassen auf einzelne Menschen schließen", "An die Lenkungsgruppe gehen keine Datensätze, auch nicht pseudonymisiert",
                        "Auswertungen außerhalb des Hubs"));
    }
}
