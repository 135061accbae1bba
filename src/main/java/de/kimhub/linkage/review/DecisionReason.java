package de.kimhub.linkage.review;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a reviewer decided as they did. Codes are stored: append, never rename. */
public enum DecisionReason {
    ANGABEN(true, "angaben", "Die Angaben stimmen überein; Unterschiede sind Schreibweisen oder Tippfehler."),
    NAMENSWECHSEL(true, "namenswechsel", "Der Name wurde geändert, etwa durch Heirat oder Einbürgerung."),
    GLEICH_LAUT_STELLE(true, "gleich-laut-stelle", "Eine Stelle hat bestätigt, dass es dieselbe Person ist."),
    GLEICH_LAUT_PERSON(true, "gleich-laut-person", "Die Person hat es selbst bestätigt, mit ihren Unterlagen."),
    ANDERE_ANGABEN(false, "andere-angaben", "Die Angaben widersprechen sich; es sind verschiedene Personen."),
    GESCHWISTER(false, "geschwister", "Geschwister oder Zwillinge: gleiche Familie, verschiedene Personen."),
    ELTERN_KIND(false, "eltern-kind", "Elternteil und Kind mit gleichem oder ähnlichem Namen."),
    NAMENSGLEICH(false, "namensgleich", "Zufällig gleicher Name, sonst nichts gemeinsam."),
    VERSCHIEDEN_LAUT_STELLE(false, "verschieden-laut-stelle",
            "Verschiedene Personen laut Stelle (Vermerk der Personenverschiedenheit, § 5 Abs. 3 AZRG-DV)."),
    VERSCHIEDEN_LAUT_PERSON(false, "verschieden-laut-person", "Die Person hat selbst gesagt, dass sie es nicht ist."),
    /** Given by {@code hub review apart} alone. */
    UNEINIG(false, "uneinig", "Die Prüfenden sind sich nicht einig; die Akten bleiben getrennt, eine Stelle wird gefragt.");

    private final boolean same;
    private final String code;
    private final String text;

    DecisionReason(boolean same, String code, String text) {
        this.same = same;
        this.code = code;
        this.text = text;
    }

    /** Whether it is a reason for one person, or for two. */
    public boolean same() {
        return same;
    }

    public String code() {
        return code;
    }

    /** A German sentence. */
    public String text() {
        return text;
    }

    public static Optional<DecisionReason> find(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }

    public static List<DecisionReason> reasonsFor(boolean same) {
        return chosen().filter(reason -> reason.same == same).toList();
    }

    /** Those that a reviewer may give for what they think. */
    public static Stream<DecisionReason> chosen() {
        return Arrays.stream(values()).filter(reason -> reason != UNEINIG);
    }
}
