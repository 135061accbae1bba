package de.kimhub.linkage.explanation;

import de.kimhub.linkage.comparison.Level;
import de.kimhub.linkage.comparison.Level.Trait;
import de.kimhub.linkage.comparison.PairScore.Evidence;

/**
 * A level in German.
 *
 * @param word    for the table
 * @param clause  for the sentence
 * @param against whether it stands with what speaks against one person
 */
record LevelWords(String word, String clause, boolean against) {

    static String title(Trait trait) {
        return switch (trait) {
            case GIVEN -> "Vorname";
            case FAMILY -> "Familienname";
            case BIRTH -> "Geburtsdatum";
            case SEX -> "Geschlecht";
            case NATIONALITY -> "Staatsangehörigkeit";
            case BIRTH_PLACE -> "Geburtsort";
            case ADDRESS -> "Anschrift";
            case EMAIL -> "E-Mail-Adresse";
            case TELEPHONE -> "Telefonnummer";
            case IDENTIFIER -> "Kennnummer";
            case SOURCE -> "Quelle";
        };
    }

    /** Of which offices two files are is said only where it weighs: shipped models do not know, installations learn it. */
    static boolean saysNothing(Evidence evidence) {
        return evidence.level().trait() == Trait.SOURCE && Math.abs(evidence.bits()) < 1;
    }

    static LevelWords of(Level level) {
        return switch (level) {
            case SOURCE_OTHER -> agrees("verschieden", "die Akten führen verschiedene Stellen");
            case SOURCE_SAME -> new LevelWords("gleich", "beide Akten führt dieselbe Stelle", true);
            case GIVEN_EQUAL, FAMILY_EQUAL -> name(level, "gleich", "ist gleich");
            case GIVEN_SPELLING, FAMILY_SPELLING ->
                    name(level, "gleich bis auf die Umschrift", "stimmt bis auf die Umschrift überein");
            case GIVEN_CLOSE, FAMILY_CLOSE -> name(level, "ähnlich", "ist ähnlich");
            case GIVEN_PARTIAL, FAMILY_PARTIAL -> name(level, "teilweise gleich", "stimmt teilweise überein");
            case GIVEN_INITIAL, FAMILY_INITIAL ->
                    name(level, "Anfangsbuchstabe gleich", "passt im Anfangsbuchstaben");
            case GIVEN_RESEMBLING, FAMILY_RESEMBLING -> new LevelWords("entfernt ähnlich",
                    "der " + title(level.trait()) + " ist nur entfernt ähnlich", true);
            case GIVEN_DIFFERENT, FAMILY_DIFFERENT -> new LevelWords("verschieden",
                    "der " + title(level.trait()) + " ist verschieden", true);
            case BIRTH_EQUAL -> agrees("gleich", "das Geburtsdatum ist gleich");
            case BIRTH_SWAPPED -> agrees("Tag und Monat vertauscht", "Tag und Monat der Geburt sind vertauscht");
            case BIRTH_NEAR_YEAR -> agrees("ein Jahr auseinander", "die Geburtsdaten liegen genau ein Jahr auseinander");
            case BIRTH_ONE_DIGIT -> agrees("eine Ziffer anders", "das Geburtsdatum weicht in einer Ziffer ab");
            case BIRTH_SAME_PLACEHOLDER -> agrees("gleiches Jahr, Tag unbekannt",
                    "das Geburtsjahr ist gleich (Tag und Monat kennt keine Seite)");
            case BIRTH_SAME_YEAR -> agrees("gleiches Jahr",
                    "das Geburtsjahr ist gleich (Tag und Monat kennt nur eine Seite)");
            case BIRTH_TWO_PARTS -> new LevelWords("zwei von drei Teilen gleich",
                    "vom Geburtsdatum stimmen nur zwei von drei Teilen", true);
            case BIRTH_YEARS_NEAR -> new LevelWords("Jahre nah beieinander",
                    "die Geburtsjahre sind verschieden, aber nah", true);
            case BIRTH_DIFFERENT -> differs("das Geburtsdatum ist verschieden");
            case BIRTH_OTHER_GENERATION -> differs("zwischen den Geburtsjahren liegt eine Generation");
            case SEX_EQUAL -> agrees("gleich", "das Geschlecht ist gleich");
            case SEX_DIFFERENT -> differs("das Geschlecht ist verschieden");
            case NATIONALITY_EQUAL -> agrees("gleich", "die Staatsangehörigkeit ist gleich");
            case NATIONALITY_DIFFERENT -> differs("die Staatsangehörigkeit ist verschieden");
            case BIRTH_PLACE_EQUAL -> agrees("gleich", "der Geburtsort ist gleich");
            case BIRTH_PLACE_SPELLING -> agrees("gleich bis auf die Umschrift",
                    "der Geburtsort stimmt bis auf die Umschrift überein");
            case BIRTH_PLACE_DIFFERENT -> differs("der Geburtsort ist verschieden");
            case ADDRESS_EQUAL -> agrees("gleich", "die Anschrift ist gleich");
            case ADDRESS_STREET -> agrees("gleiche Straße", "die Straße ist gleich");
            case ADDRESS_POSTAL_CODE -> agrees("Postleitzahl (fast) gleich",
                    "die Postleitzahl ist gleich oder bei gleichem Ort fast gleich");
            case ADDRESS_TOWN -> agrees("gleicher Ort", "der Wohnort ist gleich");
            case ADDRESS_DIFFERENT -> differs("die Anschrift widerspricht");
            case EMAIL_EQUAL -> agrees("gleich", "die E-Mail-Adresse ist gleich");
            case EMAIL_CLOSE -> agrees("ähnlich", "die E-Mail-Adresse ist ähnlich");
            case EMAIL_DIFFERENT -> differs("die E-Mail-Adresse ist verschieden");
            case TELEPHONE_EQUAL -> agrees("gleich", "die Telefonnummer ist gleich");
            case TELEPHONE_CLOSE -> agrees("ähnlich", "die Telefonnummer ist ähnlich");
            case TELEPHONE_DIFFERENT -> differs("die Telefonnummer ist verschieden");
            case IDENTIFIER_EQUAL -> agrees("gleich", "die Kennnummer ist gleich");
            case IDENTIFIER_CLOSE -> agrees("fast gleich", "die Kennnummer weicht in einem Zeichen ab");
            case IDENTIFIER_DIFFERENT -> differs("die Kennnummern widersprechen sich");
        };
    }

    private static LevelWords name(Level level, String word, String verb) {
        return agrees(word, "der " + title(level.trait()) + " " + verb);
    }

    private static LevelWords agrees(String word, String clause) {
        return new LevelWords(word, clause, false);
    }

    private static LevelWords differs(String clause) {
        return new LevelWords("verschieden", clause, true);
    }
}
