package de.kimhub.scaffold;

import java.util.List;

/** Writes {@code connector.yaml}. */
final class DescriptorText {

    private DescriptorText() {
    }

    static String of(Draft draft) {
        StringBuilder yaml = new StringBuilder("# yaml-language-server: $schema=../../config/schema/connector.json\n");
        line(yaml, "# Vorschlag aus einer Probe mit " + draft.table.rows().size() + " Datensätzen. UNSICHER ist vermutet,"
                + " ENTSCHEIDEN müssen Menschen;");
        line(yaml, "# ist etwas entschieden, die Markierung löschen.");
        line(yaml, "# ENTSCHEIDEN: Name des Fachverfahrens und Art der Lieferung, für Menschen");
        line(yaml, "title: " + Yaml.text(draft.id));
        String authority = draft.authority();
        line(yaml, "# " + (authority == null ? "ENTSCHEIDEN" : "UNSICHER") + ": welche Art von Stelle führt es?");
        line(yaml, "authority: " + (authority == null ? "sonstige" : authority));
        line(yaml, "# ENTSCHEIDEN: wofür tauscht die Stelle diese Daten aus? (mit dem Datenschutz)");
        line(yaml, "purpose: noch nicht entschieden");
        line(yaml, "# ENTSCHEIDEN: auf welcher Rechtsgrundlage? (mit dem Datenschutz)");
        line(yaml, "legalBasis: noch nicht entschieden");
        line(yaml, "# ENTSCHEIDEN: wie lange bleibt die Transportkopie im Hub? P7D sind sieben Tage");
        line(yaml, "retention: P7D");
        line(yaml, "# ENTSCHEIDEN: kann das Fachverfahren (oder jemand) Quittungen lesen? Dann:");
        line(yaml, "# capabilities: [reads-acknowledgements]");
        line(yaml, "receive:");
        line(yaml, "  # UNSICHER: " + draft.deliveryWhy);
        line(yaml, "  # ENTSCHEIDEN: liefert es jedes Mal den ganzen Bestand (snapshot) oder nur, was neu ist (events)?");
        line(yaml, "  delivery: " + (draft.snapshot ? "snapshot" : "events"));
        line(yaml, "  format:");
        draft.table.format().reasons().forEach(reason -> line(yaml, "    # " + reason));
        if (draft.table.unreadable() > 0) {
            line(yaml, "    # UNSICHER: " + draft.table.unreadable() + " Datensätze der Probe sind so nicht lesbar; 'hub try'"
                    + " nennt die Zeilen.");
        }
        draft.table.format().words().forEach((name, value) -> line(yaml, "    " + name + ": " + Yaml.text(value)));
        draft.table.format().more().forEach((name, value) -> line(yaml, "    " + name + ": " + value));
        unused(draft.unread(), yaml);
        return yaml.toString();
    }

    private static void unused(List<Guess> unread, StringBuilder yaml) {
        if (unread.isEmpty()) {
            return;
        }
        line(yaml, "    # bekannt, aber nicht gelesen: gelesen wird nur, was ein Empfänger haben darf");
        line(yaml, "    unusedColumns:");
        for (Guess guess : unread) {
            String why = switch (guess.meaning()) {
                case IBAN -> "Bankverbindung: dafür gibt es kein Feld, und kein Empfänger darf sie haben";
                case FREE_TEXT -> "freier oder besonders geschützter Text: wird nie übernommen";
                case CHANGED_ON -> "Tag der Änderung oder des Exports: kein Ereignis";
                case ROW_KEY -> "laufende Nummer; " + guess.why();
                case EVENT_KIND -> "ENTSCHEIDEN: sagt diese Spalte, was geschehen ist? Siehe receive.yaml";
                default -> guess.why().startsWith("ENTSCHEIDEN") ? guess.why()
                        : "ENTSCHEIDEN: wird die Spalte gebraucht? " + guess.why();
            };
            line(yaml, "      # " + Yaml.comment(why));
            line(yaml, "      - " + Yaml.text(guess.column()));
        }
    }

    private static void line(StringBuilder yaml, String text) {
        yaml.append(text).append('\n');
    }
}
