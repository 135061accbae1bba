package de.kimhub.accountability;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One entry of the register: what is done with whose data, for what and on which ground.
 *
 * @param id    stays the same as long as it is the same activity
 * @param title German
 */
public record Activity(String id, String title, Map<Aspect, List<String>> aspects) {

    /** What Art. 30(1) DSGVO asks of each entry, in the order in which it is read. */
    public enum Aspect {
        PURPOSE("Zweck"),
        CONTROLLERS("Verantwortlich"),
        PEOPLE("Betroffene Personen"),
        CATEGORIES("Arten von Daten"),
        EVENTS("Vorgänge"),
        DATA("Angaben"),
        SOURCES("Herkunft"),
        RECIPIENTS("Empfänger"),
        LEGAL_BASIS("Rechtsgrundlage"),
        CONDITIONS("Voraussetzung"),
        RETENTION("Löschfrist");

        private final String germanText;

        Aspect(String germanText) {
            this.germanText = germanText;
        }

        public String germanText() {
            return germanText;
        }
    }

    public Activity {
        Map<Aspect, List<String>> filled = new EnumMap<>(Aspect.class);
        aspects.forEach((aspect, texts) -> {
            if (!texts.isEmpty()) {
                filled.put(aspect, List.copyOf(texts));
            }
        });
        aspects = filled;
    }

    public List<String> of(Aspect aspect) {
        return aspects.getOrDefault(aspect, List.of());
    }
}
