package de.kimhub.accountability;

import de.kimhub.connector.Instance;
import de.kimhub.message.Field;
import de.kimhub.message.FieldLabels;
import de.kimhub.translation.CodeLists;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What stands in a configuration, as people say it in German. */
final class Words {

    static final String OFFICER = "Von der oder dem Datenschutzbeauftragten des Betreibers zu prüfen. Erzeugt aus der Konfiguration des "
            + "Hubs; was sie nicht weiß, ist zu ergänzen. Keine Rechtsberatung.";
    static final String TO_BE_ADDED = "(zu ergänzen)";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final CodeLists CODES = CodeLists.canonical();

    private Words() {
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String period(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "Jahr", "Jahre");
        add(parts, period.getMonths(), "Monat", "Monate");
        add(parts, period.getDays(), "Tag", "Tage");
        return parts.isEmpty() ? "keine" : String.join(" und ", parts);
    }

    static String hours(Duration duration) {
        return duration.toHours() == 1 ? "1 Stunde" : duration.toHours() + " Stunden";
    }

    private static void add(List<String> parts, int number, String one, String many) {
        if (number != 0) {
            parts.add(number + " " + (number == 1 ? one : many));
        }
    }

    static String code(String list, String code) {
        return CODES.text(list, code).orElse(code);
    }

    static String body(String authority) {
        return code("stelle", authority);
    }

    static String named(Instance instance) {
        return instance.title() + " (" + body(instance.authority()) + ")";
    }

    static List<String> labels(Collection<Field> fields) {
        return fields.stream().map(field -> FieldLabels.of(field.path())).distinct().sorted().toList();
    }
}
