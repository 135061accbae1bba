package de.kimhub.scaffold;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.PersonalData;

/** Writes the skeleton of {@code README.md}. */
final class ReadmeText {

    private ReadmeText() {
    }

    static String of(Draft draft) {
        StringBuilder text = new StringBuilder("# " + draft.id + "\n\n");
        text.append("<!-- ENTSCHEIDEN: Diesen Text für die Mitarbeitenden der Stelle zu Ende schreiben, dann diese Zeile"
                + " löschen -->\n\n## Was das Fachverfahren liefert\n\n");
        text.append(draft.snapshot ? "Jedes Mal den ganzen Bestand; der Hub vergleicht mit dem vorigen, und nur Unterschiede"
                + " werden zu Ereignissen.\n\n" : "Einzelne Ereignisse; jeder Datensatz sagt, was geschehen ist.\n\n");
        text.append("| Spalte | wird zu | wer sieht es |\n|---|---|---|\n");
        for (Guess guess : draft.guesses) {
            text.append("| ").append(guess.column().replace("|", "\\|")).append(" | ").append(means(draft, guess))
                    .append(" |\n");
        }
        text.append("\n## Ereignisse\n\n");
        draft.events.rules.stream().map(rule -> "- " + rule.type().germanText() + " (`" + rule.type().code() + "`)\n")
                .distinct().forEach(text::append);
        return text.append("\n## Was zurückgestellt wird\n\nZeilen ohne Aktenzeichen, mit unmöglichem Datum oder mit Namen,"
                + " in denen ein Zeichen nicht darstellbar war. Die\nQuittung nennt Zeile, Spalte und Kennung, nie den Wert."
                + " Alle anderen Zeilen laufen weiter.\n").toString();
    }

    private static String means(Draft draft, Guess guess) {
        if (guess == draft.caseNumber) {
            return "Aktenzeichen der Stelle | nur die Stelle selbst";
        }
        if (!draft.reads(guess)) {
            return "wird nicht gelesen | niemand";
        }
        if (guess.path() == null && draft.key.contains(guess.column())) {
            return "Schlüssel des Datensatzes | niemand";
        }
        if (guess.path() == null) {
            return (guess.holdsDays() ? "Tag des Ereignisses" : "welches Ereignis es ist") + " | nach Freigaberegel";
        }
        boolean identifies = CanonicalSchema.find(guess.path()).map(Field::personalData)
                .filter(data -> data == PersonalData.DIRECT_IDENTIFIER || data == PersonalData.QUASI_IDENTIFIER).isPresent();
        return guess.meaning().german + (identifies ? " | nur der Hub, zum Wiedererkennen" : " | nach Freigaberegel");
    }
}
