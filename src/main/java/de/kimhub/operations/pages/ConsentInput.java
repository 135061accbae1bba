package de.kimhub.operations.pages;

import de.kimhub.processing.ConsentForm;
import de.kimhub.processing.ConsentForm.Person;
import de.kimhub.processing.ConsentForm.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The form of a consent as its page sends it: names are those of its fields, every value is text. */
record ConsentInput(String aktenzeichen, String nummer, String unterschrift, List<String> zwecke, List<String> quellen,
                    List<String> empfaenger, List<String> datenarten, String bis, String fassung, String sprache,
                    Boolean vertretung, Boolean schweigepflicht, List<String> gezeigtStelle, List<String> gezeigtNummer,
                    String nachname, String vorname, String geboren) {

    /** Of how many other offices file numbers can be entered. */
    static final int SHOWN_ROWS = 3;

    static ConsentInput empty(LocalDate today) {
        return new ConsentInput("", "", today.toString(), List.of(), List.of(), List.of(), List.of(), "", "", "deu", false, false,
                List.of(), List.of(), "", "", "");
    }

    /** For the page that shows it again. */
    public boolean has(String field, String code) {
        return some(switch (field) {
            case "zwecke" -> zwecke;
            case "quellen" -> quellen;
            case "empfaenger" -> empfaenger;
            default -> datenarten;
        }).contains(code);
    }

    public String shownAt(int row) {
        return row < some(gezeigtStelle).size() ? gezeigtStelle.get(row) : "";
    }

    public String shownNumber(int row) {
        return row < some(gezeigtNummer).size() ? gezeigtNummer.get(row) : "";
    }

    ConsentForm form(Days days) {
        return new ConsentForm(orNull(nummer), days.of(unterschrift, "unterschrift"), set(zwecke), set(quellen), set(empfaenger),
                set(datenarten), days.of(bis, "bis"), orNull(fassung), orNull(sprache), Boolean.TRUE.equals(vertretung),
                Boolean.TRUE.equals(schweigepflicht), shown(),
                person(days));
    }

    private List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        for (int row = 0; row < SHOWN_ROWS; row++) {
            if (!shownAt(row).isBlank() || !shownNumber(row).isBlank()) {
                shown.add(new Shown(orNull(shownAt(row)), orNull(shownNumber(row))));
            }
        }
        return shown;
    }

    private Person person(Days days) {
        return orNull(nachname) == null && orNull(vorname) == null && orNull(geboren) == null ? null
                : new Person(orNull(nachname), orNull(vorname), days.of(geboren, "geboren"));
    }

    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Set<String> set(List<String> codes) {
        return new LinkedHashSet<>(some(codes));
    }

    private static Collection<String> some(List<String> codes) {
        return codes == null ? List.of() : codes;
    }

    /** Names no value of the person. */
    @Override
    public String toString() {
        return "consent form";
    }
}
