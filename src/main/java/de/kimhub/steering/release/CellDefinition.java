package de.kimhub.steering.release;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Series.Counted;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which units a published number counts: a predicate over the dimensions of one measure. Its text names the number in the
 * ledger, whatever table it stands in: the same number is never shown in one and hidden in another.
 *
 * @param periods in which they were opened or closed; of a stock the one at whose end they are open
 */
record CellDefinition(Measure measure, Counted counted, List<String> periods, Map<Trait, Choice> choices) {

    CellDefinition {
        choices = new TreeMap<>(choices);
    }

    boolean holds(GroupKey group) {
        return inTime(group) && choices.entrySet().stream().allMatch(one -> one.getValue().holds(group.of(one.getKey())));
    }

    private boolean inTime(GroupKey group) {
        return switch (counted) {
            case OPENED -> periods.contains(group.openedIn());
            case CLOSED -> group.closedIn() != null && periods.contains(group.closedIn());
            case OPEN_AT_END -> group.openedIn().compareTo(periods.getLast()) <= 0
                    && (group.closedIn() == null || group.closedIn().compareTo(periods.getLast()) > 0);
        };
    }

    CellDefinition in(List<String> otherPeriods) {
        return new CellDefinition(measure, counted, otherPeriods, choices);
    }

    CellDefinition with(Trait trait, Choice choice) {
        Map<Trait, Choice> more = new EnumMap<>(Trait.class);
        more.putAll(choices);
        more.put(trait, choice);
        return new CellDefinition(measure, counted, periods, more);
    }

    String text() {
        StringBuilder text = new StringBuilder(measure.code()).append(' ').append(counted.name().toLowerCase(Locale.ROOT)).append('=')
                .append(String.join("+", periods));
        choices.forEach((trait, choice) -> text.append(' ').append(trait.word()).append(choice.text()));
        return text.toString();
    }

    static CellDefinition read(String text) {
        String[] words = text.split(" ");
        String[] time = words[1].split("=");
        Map<Trait, Choice> choices = new EnumMap<>(Trait.class);
        for (int i = 2; i < words.length; i++) {
            int sign = words[i].indexOf('!') >= 0 && (words[i].indexOf('=') < 0 || words[i].indexOf('!') < words[i].indexOf('='))
                    ? words[i].indexOf('!') : words[i].indexOf('=');
            choices.put(Trait.valueOf(words[i].substring(0, sign).toUpperCase(Locale.ROOT)), Choice.read(words[i].substring(sign)));
        }
        return new CellDefinition(Measure.find(words[0]).orElseThrow(), Counted.valueOf(time[0].toUpperCase(Locale.ROOT)),
                Arrays.asList(time[1].split("\\+")), choices);
    }
}
