package de.kimhub.scaffold;

import de.kimhub.translation.CodeLists;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Rows of the same shape as a sample's, about people who are made up and look it. */
final class InventedRows {

    private static final List<String> FAMILIES = List.of("Musterfrau", "Testmann", "Beispiel", "Probe", "Platzhalter");
    private static final List<String> GIVEN = List.of("Mira", "Tarek", "Beispiela", "Olena", "Probus");
    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 30);
    private static final LocalDateTime BIRTH = LocalDateTime.of(1985, 5, 17, 0, 0);

    private final Draft draft;
    private int number;

    InventedRows(Draft draft) {
        this.draft = draft;
    }

    /** A row of which the rule makes an event, as far as that can be seen. */
    List<String> row(EventRule rule) {
        number++;
        List<String> row = new ArrayList<>();
        for (Guess guess : draft.guesses) {
            row.add(value(guess, rule));
        }
        return row;
    }

    /** Nothing but what the rule and the record itself need. */
    List<String> sparse(EventRule rule) {
        List<String> row = row(rule);
        for (int i = 0; i < row.size(); i++) {
            Guess guess = draft.guesses.get(i);
            boolean needed = guess == draft.caseNumber || draft.events.reads(guess) || draft.key.contains(guess.column())
                    || guess.meaning() == Meaning.FAMILY_NAME;
            row.set(i, needed ? row.get(i) : null);
        }
        return row;
    }

    List<String> with(List<String> row, Guess guess, String value) {
        List<String> changed = new ArrayList<>(row);
        changed.set(draft.guesses.indexOf(guess), value);
        return changed;
    }

    private String value(Guess guess, EventRule rule) {
        boolean ofOther = draft.events.rules.stream().anyMatch(other -> other != rule && other.days().containsValue(guess))
                && !rule.days().containsValue(guess);
        if (ofOther) {
            return null;
        }
        if (guess == draft.events.kind && rule.equals() != null) {
            return rule.equals();
        }
        if (guess == draft.events.status) {
            return guess.profile().counts().keySet().stream().filter(value -> !EventWords.isTakenBack(value)).findFirst()
                    .orElse(null);
        }
        if (guess == draft.caseNumber || draft.key.contains(guess.column())) {
            return shaped(guess.profile());
        }
        return byMeaning(guess);
    }

    private String byMeaning(Guess guess) {
        if (guess.meaning().codeList().isPresent()) {
            return code(guess);
        }
        return switch (guess.meaning()) {
            case FAMILY_NAME, BIRTH_NAME -> FAMILIES.get(number % FAMILIES.size());
            case GIVEN_NAME -> GIVEN.get(number % GIVEN.size());
            case BIRTH_DATE -> guess.holdsDays() ? day(guess, BIRTH.plusDays(400L * number)) : String.valueOf(1980 + number);
            case BIRTH_PLACE, TOWN -> "Musterstadt";
            case ARRIVAL -> "2019";
            case POSTAL_CODE -> "32257";
            case STREET -> "Musterweg";
            case HOUSE_NUMBER -> String.valueOf(number);
            case AGS -> "05758004";
            case TELEPHONE, UNIT_TELEPHONE -> "05221 00005" + number % 10;
            case EMAIL -> "person" + number + "@beispiel.example";
            case UNIT -> "Frau Probeberaterin";
            case IBAN -> null;
            case FREE_TEXT -> "frei erfunden";
            case FILE_NUMBER, ROW_KEY, CUSTOMER_NUMBER, BENEFIT_COMMUNITY, AZR, BAMF, PASSPORT -> shaped(guess.profile());
            default -> guess.holdsDays() ? day(guess, BEGIN.plusDays(number))
                    : guess.profile().isEmpty() ? null : "Beispiel " + number;
        };
    }

    private String day(Guess guess, LocalDateTime day) {
        return DateTimeFormatter.ofPattern(guess.formats().getFirst().replace("yyyy", "uuuu")).format(day);
    }

    /** A code that the sample has and the canonical list knows, or else one of the list. */
    private static String code(Guess guess) {
        String list = guess.meaning().codeList().orElseThrow();
        CodeLists lists = CodeLists.canonical();
        if (guess.profile().hasFewValues()) {
            for (String value : guess.profile().counts().keySet()) {
                if (Profile.code(list, value) != null) {
                    return value;
                }
            }
        }
        return lists.codes(list).stream().sorted().skip(1).findFirst().flatMap(code -> lists.text(list, code)).orElse(null);
    }

    /** Digits are counted up, letters stay only where all values begin with them. */
    private String shaped(Profile profile) {
        String shape = profile.filled().stream().findFirst().orElse("0000");
        String prefix = shape.replaceFirst("\\d.*", "");
        boolean common = profile.filled().stream().allMatch(value -> value.startsWith(prefix));
        String counted = String.valueOf(90_000_000 + number * 101 + draft.guesses.size());
        StringBuilder value = new StringBuilder();
        int digits = (int) shape.chars().filter(Character::isDigit).count();
        String padded = "0".repeat(Math.max(0, digits - counted.length())) + counted;
        int next = Math.max(0, padded.length() - digits);
        for (int i = 0; i < shape.length(); i++) {
            char c = shape.charAt(i);
            value.append(Character.isDigit(c) ? padded.charAt(next++) : Character.isLetter(c) && !(common && i < prefix.length())
                    ? (Character.isUpperCase(c) ? 'X' : 'x') : c);
        }
        String invented = value.toString();
        if (profile.counts().containsKey(invented) || digits < 3) {
            number++;
            return digits < 3 ? "9" + (1000 + number) : shaped(profile);
        }
        return invented;
    }
}
