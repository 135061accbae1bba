package de.kimhub.scaffold;

import de.kimhub.message.EventType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposes what the records of a sample mean: by a column that says what happened, or by days on which it did. */
final class EventGuesser {

    /** Column of few values that say what happened; or null. */
    Guess kind;
    /** Column that says that a record is taken back, with the value that means so; or null. */
    Guess status;
    String takenBack;
    /** Column of the day that counts for all events; or null. */
    Guess day;
    final List<EventRule> rules = new ArrayList<>();
    /** Values of {@link #kind} for which there is no rule. */
    final List<String> undecided = new ArrayList<>();
    /** Columns of days that are common to all events, by their canonical field. */
    final Map<String, Guess> commonDays = new LinkedHashMap<>();

    private final List<Guess> days;

    private EventGuesser(List<Guess> guesses) {
        days = guesses.stream().filter(guess -> guess.path() == null && guess.holdsDays()
                && guess.meaning() != Meaning.CHANGED_ON && guess.meaning() != Meaning.IBAN).toList();
    }

    static EventGuesser of(List<Guess> guesses) {
        EventGuesser events = new EventGuesser(guesses);
        events.status(guesses);
        events.kind = guesses.stream().filter(guess -> guess.meaning() == Meaning.EVENT_KIND && guess != events.status)
                .max(Comparator.comparingLong(EventGuesser::meant)).orElse(null);
        events.day = events.generalDay();
        if (events.kind != null && meant(events.kind) > 0 && events.day != null) {
            events.byKind();
        } else {
            events.byDays();
        }
        if (events.rules.isEmpty()) {
            events.byNothing(guesses);
        }
        return events;
    }

    private static long meant(Guess kind) {
        return kind.profile().counts().keySet().stream().filter(value -> EventWords.event(value).isPresent()).count();
    }

    private void status(List<Guess> guesses) {
        for (Guess guess : guesses) {
            Optional<String> back = guess.meaning() != Meaning.EVENT_KIND ? Optional.empty()
                    : guess.profile().counts().keySet().stream().filter(EventWords::isTakenBack).findFirst();
            if (back.isPresent() && status == null && meant(guess) == 0) {
                status = guess;
                takenBack = back.get();
            }
        }
    }

    private Guess generalDay() {
        return days.stream().filter(guess -> EventWords.isGeneralDay(guess.column())).findFirst()
                .orElseGet(() -> days.size() == 1 ? days.getFirst()
                        : days.stream().filter(guess -> EventWords.day(guess.column()).isEmpty()).findFirst().orElse(null));
    }

    private void byKind() {
        for (Map.Entry<String, Integer> value : kind.profile().counts().entrySet()) {
            Optional<EventType> type = EventWords.event(value.getKey());
            if (type.isPresent() && rules.stream().noneMatch(rule -> rule.type() == type.get()
                    && rule.equals().equals(value.getKey()))) {
                rules.add(new EventRule(type.get(), kind.column(), value.getKey(), Map.of(), false,
                        "'" + value.getKey() + "' steht in " + value.getValue() + " von "
                                + kind.profile().filled().size() + " Zeilen und klingt nach: " + type.get().germanText()));
            } else {
                undecided.add(value.getKey());
            }
        }
        for (Guess guess : days) {
            EventWords.day(guess.column()).filter(known -> guess != day && known.path() != null)
                    .ifPresent(known -> commonDays.putIfAbsent(known.path(), guess));
        }
    }

    private void byDays() {
        for (Guess guess : days) {
            EventWords.Day known = EventWords.day(guess.column()).orElse(null);
            if (known != null && known.type() != null && rules.stream().noneMatch(rule -> rule.type() == known.type())) {
                Map<String, Guess> filled = new LinkedHashMap<>();
                filled.put(known.path() != null && known.path().endsWith(".at") && guess.profile().dates().timed()
                        ? "event.occurredAt" : "event.occurredOn", guess);
                if (known.path() != null && (!known.path().endsWith(".at") || guess.profile().dates().timed())) {
                    filled.put(known.path(), guess);
                }
                rules.add(new EventRule(known.type(), guess.column(), null, filled, false, "die Spalte '" + guess.column()
                        + "' klingt nach: " + known.type().germanText() + "; " + ColumnGuesser.days(guess.profile())));
            } else if (known != null && known.type() == null) {
                commonDays.putIfAbsent(known.path(), guess);
            }
        }
        if (kind != null) {
            undecided.addAll(kind.profile().counts().keySet());
        }
        day = rules.isEmpty() ? day : null;
    }

    /** Something has to stand there, so that the folder can be tried. */
    private void byNothing(List<Guess> guesses) {
        if (day == null) {
            day = days.stream().findFirst().orElseGet(() -> guesses.stream()
                    .filter(guess -> guess.meaning() == Meaning.CHANGED_ON && guess.holdsDays()).findFirst().orElse(null));
        }
        rules.add(new EventRule(EventType.CASE_OPENED, null, null, Map.of(), false,
                "ENTSCHEIDEN: Was bedeutet ein Datensatz? Aus der Probe ist es nicht zu erkennen. Ereignisarten stehen in"
                        + " docs/reference.md"));
    }

    boolean reads(Guess guess) {
        return guess == kind && rules.stream().anyMatch(rule -> rule.equals() != null) || guess == status || guess == day
                || commonDays.containsValue(guess)
                || rules.stream().anyMatch(rule -> rule.days().containsValue(guess));
    }
}
