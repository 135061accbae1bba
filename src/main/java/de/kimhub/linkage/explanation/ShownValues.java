package de.kimhub.linkage.explanation;

import de.kimhub.message.AddressType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reviewer sees of a file: only what tells people apart. Contact and numbers are compared, and never shown; no
 * title, status or benefit is read at all.
 */
final class ShownValues {

    private ShownValues() {
    }

    static String birth(FieldValues person) {
        return PartialDate.parse(person.first("person.birth.date")).map(ShownValues::german).orElse(null);
    }

    private static String german(PartialDate date) {
        return date.day() != 0 ? "%02d.%02d.%04d".formatted(date.day(), date.month(), date.year())
                : date.month() != 0 ? "%02d.%04d".formatted(date.month(), date.year()) : "%04d".formatted(date.year());
    }

    static String sex(FieldValues person) {
        String code = person.first("person.sex");
        return code == null ? null : switch (code) {
            case "m" -> "männlich";
            case "w" -> "weiblich";
            case "d" -> "divers";
            default -> null;
        };
    }

    static String nationalities(FieldValues person) {
        List<String> codes = person.all("person.nationalities");
        return codes.isEmpty() ? null : String.join(", ", codes);
    }

    static String birthPlace(FieldValues person) {
        return joined(", ", person.first("person.birth.place"));
    }

    /** All addresses, as any of them may be the one that agrees. */
    static String addresses(FieldValues person) {
        List<String> all = new ArrayList<>();
        for (AddressType type : AddressType.values()) {
            String path = "person.addresses." + type.code() + ".";
            String street = joined(" ", person.first(path + "street"), person.first(path + "houseNumber"));
            String town = joined(" ", person.first(path + "postalCode"), person.first(path + "town"));
            String address = joined(", ", street, town);
            if (address != null && !all.contains(address)) {
                all.add(address);
            }
        }
        return joined("; ", all.toArray(String[]::new));
    }

    private static String joined(String between, String... parts) {
        String text = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
        return text.isEmpty() ? null : text;
    }
}
