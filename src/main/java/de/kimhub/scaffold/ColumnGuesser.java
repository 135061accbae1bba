package de.kimhub.scaffold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Says of each column of a sample what it seems to mean, by its name and by what its values look like. */
final class ColumnGuesser {

    /** Share of values that have to fit. */
    static final double ENOUGH = 0.75;
    private static final double HARDLY = 0.3;

    private ColumnGuesser() {
    }

    static List<Guess> guesses(Table table) {
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            guesses.add(guess(Profile.of(table.columns().get(i), table.column(i))));
        }
        together(guesses);
        return once(guesses);
    }

    static Guess guess(Profile profile) {
        List<String> against = new ArrayList<>();
        for (Meaning meaning : Meaning.values()) {
            if (meaning.isCalled(profile.column())) {
                Guess guess = fits(profile, meaning);
                if (guess != null) {
                    return guess;
                }
                against.add(meaning.german);
            }
        }
        String said = against.isEmpty() ? "" : "Der Name klingt nach " + String.join(" oder ", against)
                + ", die Werte passen aber nicht dazu. ";
        return Arrays.stream(Meaning.values()).filter(meaning -> byLook(profile, meaning)).findFirst()
                .map(meaning -> new Guess(profile, meaning, meaning.path, false, said + look(profile, meaning)
                        + ", der Name sagt nichts dazu"))
                .orElseGet(() -> new Guess(profile, Meaning.NONE, null, false, said + unknown(profile)));
    }

    /** {@code null} when the values speak against what the name says. */
    private static Guess fits(Profile profile, Meaning meaning) {
        if (profile.isEmpty()) {
            return new Guess(profile, meaning, meaning.path, false, "der Name sagt es; in der Probe ist die Spalte leer");
        }
        double share = meaning.content == Meaning.Content.DATE ? profile.shareOfDates() : profile.share(meaning.content.test());
        boolean days = profile.shareOfDates() >= ENOUGH && !profile.dates().formats().isEmpty();
        boolean ownCodes = meaning.content.list() != null && profile.hasFewValues();
        if (share < HARDLY && !ownCodes || days && meaning.content != Meaning.Content.DATE
                && (meaning.content == Meaning.Content.FEW || meaning.content == Meaning.Content.ANY
                || meaning.content == Meaning.Content.NUMBER)) {
            return null;
        }
        if (meaning == Meaning.EVENT_KIND && !profile.hasFewValues()) {
            return null;
        }
        return new Guess(profile, meaning, meaning.path, share >= ENOUGH, look(profile, meaning));
    }

    private static boolean byLook(Profile profile, Meaning meaning) {
        boolean list = meaning.content.list() != null && profile.hasFewValues() && profile.counts().size() > 1
                && (meaning == Meaning.SEX || meaning == Meaning.NATIONALITY)
                && profile.share(value -> value.matches("\\d+")) == 0;
        return !profile.isEmpty() && (list || meaning.content.strong())
                && profile.share(meaning.content.test()) >= (list ? 1 : ENOUGH);
    }

    private static String look(Profile profile, Meaning meaning) {
        String said = meaning.content == Meaning.Content.DATE ? days(profile) : meaning.content.said() == null ? ""
                : meaning.content.list() == null ? count(profile, profile.matching(meaning.content.test())) + " "
                + meaning.content.said() : count(profile, profile.matching(meaning.content.test())) + " "
                + meaning.content.said();
        String unique = meaning == Meaning.FILE_NUMBER || meaning == Meaning.ROW_KEY || meaning == Meaning.CUSTOMER_NUMBER
                ? profile.isUnique() ? "keiner kommt zweimal vor" : profile.counts().size() + " verschiedene" : "";
        return String.join(", ", java.util.stream.Stream.of(said, unique).filter(text -> !text.isEmpty()).toList());
    }

    static String days(Profile profile) {
        DateForms.Result dates = profile.dates();
        List<String> said = new ArrayList<>();
        said.add(count(profile, dates.dates()) + " sind Datumsangaben"
                + (dates.formats().isEmpty() ? "" : " " + String.join(" oder ", dates.formats())));
        if (dates.partial() > 0) {
            said.add(dates.partial() + " lassen Tag oder Monat offen");
        }
        if (dates.nothing() > 0) {
            said.add(dates.nothing() + " stehen für kein Datum (00.00.0000, 31.12.9999)");
        }
        if (dates.first() > 1 && dates.first() * 4 > dates.dates()) {
            said.add(dates.first() + " sind ein 1. Januar: dort ist vielleicht nur das Jahr bekannt");
        }
        int other = profile.filled().size() - dates.dates() - dates.partial() - dates.nothing();
        if (other > 0) {
            said.add(other + " sind kein mögliches Datum");
        }
        return String.join(", ", said);
    }

    private static String count(Profile profile, int fitting) {
        return fitting + " von " + profile.filled().size() + " Werten";
    }

    private static String unknown(Profile profile) {
        return profile.isEmpty() ? "nicht erkannt; in der Probe ist die Spalte leer"
                : profile.averageLength() > 25 ? "nicht erkannt; vermutlich freier Text"
                : profile.shareOfDates() >= ENOUGH ? "nicht erkannt; " + days(profile)
                : "nicht erkannt; " + profile.filled().size() + " von " + profile.rows() + " Zeilen gefüllt, "
                + profile.counts().size() + " verschiedene Werte";
    }

    /** What a column means can depend on others. */
    private static void together(List<Guess> guesses) {
        boolean given = guesses.stream().anyMatch(guess -> guess.meaning() == Meaning.GIVEN_NAME);
        boolean measure = guesses.stream().anyMatch(guess -> guess.meaning() == Meaning.MEASURE_NAME
                || guess.meaning() == Meaning.MEASURE_KIND);
        boolean unit = false;
        for (int i = 0; i < guesses.size(); i++) {
            Guess guess = guesses.get(i);
            unit |= guess.meaning() == Meaning.UNIT;
            guesses.set(i, switch (guess.meaning()) {
                case FAMILY_NAME -> given ? guess : new Guess(guess.profile(), guess.meaning(), guess.path(), false,
                        guess.why() + "; ENTSCHEIDEN: eine Spalte für den Vornamen gibt es nicht. Stehen beide Namen hier,"
                                + " muss der Export sie trennen: der Hub zerlegt keine Namen");
                case TELEPHONE -> unit ? guess.to("unit.telephone", "; steht nach der Ansprechperson") : guess;
                case EMAIL -> unit ? guess.to("unit.email", "; steht nach der Ansprechperson") : guess;
                case PROVIDER -> measure ? guess.to("measure.provider", "") : guess;
                default -> guess;
            });
        }
    }

    /** A field is filled by one column: the one that is surest, else the first. */
    private static List<Guess> once(List<Guess> guesses) {
        Map<String, Guess> best = new HashMap<>();
        guesses.stream().filter(guess -> guess.path() != null).forEach(guess -> best.merge(guess.path(), guess,
                (one, other) -> !one.sure() && other.sure() ? other : one));
        return guesses.stream().map(guess -> guess.path() == null || best.get(guess.path()) == guess ? guess
                : guess.unread("ENTSCHEIDEN: auch diese Spalte klingt nach " + guess.meaning().german
                        + "; gelesen wird dafür '" + Objects.requireNonNull(best.get(guess.path())).column() + "'")).toList();
    }
}
