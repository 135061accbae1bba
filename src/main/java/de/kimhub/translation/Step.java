package de.kimhub.translation;

/** One named step of a receive mapping. */
@FunctionalInterface
interface Step {

    /**
     * @param value trimmed, not empty
     * @return canonical text; empty text when the value stands for nothing; {@code null} when it is refused
     */
    String apply(String value, Reading reading);

    default Step then(Step next) {
        return (value, reading) -> {
            String text = apply(value, reading);
            return text == null || text.isEmpty() ? text : next.apply(text, reading);
        };
    }
}
