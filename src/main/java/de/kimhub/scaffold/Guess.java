package de.kimhub.scaffold;

import java.util.List;

/**
 * What one column seems to mean.
 *
 * @param path   canonical field that it fills, or {@code null}
 * @param sure   name and values agree
 * @param why    what speaks for it, in German; never a value
 */
record Guess(Profile profile, Meaning meaning, String path, boolean sure, String why) {

    String column() {
        return profile.column();
    }

    boolean holdsDays() {
        return profile.shareOfDates() >= ColumnGuesser.ENOUGH && !profile.dates().formats().isEmpty();
    }

    Guess to(String otherPath, String moreWhy) {
        return new Guess(profile, meaning, otherPath, sure, why + moreWhy);
    }

    Guess unread(String reason) {
        return new Guess(profile, Meaning.NONE, null, false, reason);
    }

    List<String> formats() {
        return profile.dates().formats();
    }

    /** The mapping of the field, as flow YAML. */
    String mapping(boolean required) {
        StringBuilder yaml = new StringBuilder("{from: ").append(Yaml.text(column()));
        if (path.equals("person.birth.date")) {
            yaml.append(", as: partial-date");
        } else if (path.endsWith(".family") || path.endsWith(".given") || path.equals("person.birth.place")) {
            yaml.append(", as: name");
        } else if (path.endsWith(".postalCode")) {
            yaml.append(", as: postal-code");
        } else if (path.endsWith(".municipality")) {
            yaml.append(", as: ags");
        } else if (!formats().isEmpty() && holdsDays()) {
            yaml.append(path.endsWith("At") || path.endsWith(".at") ? ", as: timestamp" : ", as: date");
        }
        if (holdsDays()) {
            yaml.append(", format: ").append(Yaml.list(partialFormats()));
        }
        meaning.codeList().ifPresent(list -> {
            String separator = profile.separator(list);
            if (separator != null && path.endsWith("s")) {
                yaml.append(", separator: ").append(Yaml.text(separator));
            }
            if (CodeListDraft.isNeeded(this)) {
                yaml.append(", codelist: [").append(CodeListDraft.name(this)).append(", ").append(list).append(']');
            }
        });
        return yaml.append(required ? ", required: true}" : isOptional() ? ", optional: true}" : "}").toString();
    }

    private List<String> partialFormats() {
        boolean years = path.equals("person.birth.date") && profile.matching(value -> value.matches("\\d{4}")) > 0;
        return years ? java.util.stream.Stream.concat(formats().stream(), java.util.stream.Stream.of("yyyy")).toList()
                : formats();
    }

    /** What only serves to recognise the person must not hold up an event. */
    private boolean isOptional() {
        return meaning.codeList().isPresent() || path.startsWith("person.") && !path.startsWith("person.names.")
                && !path.equals("person.birth.date");
    }
}
