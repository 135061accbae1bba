package de.kimhub.delivery;

import de.kimhub.message.EventType;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.OutgoingItem;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.Rendering;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translator;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tool that takes one line per item: {@code id|kind|case|measure|unit|before|replaces}. It has no place for a measure
 * called "unsayable", and falls over one called "explosive".
 */
final class LineTranslator implements Translator {

    @Override
    public Rendering render(List<OutgoingItem> items) {
        StringBuilder lines = new StringBuilder();
        Map<Integer, Problem> problems = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            OutgoingItem item = items.get(i);
            String measure = item.fields().first("measure.name");
            if ("explosive".equals(measure)) {
                throw new IllegalArgumentException(measure);
            }
            if ("unsayable".equals(measure)) {
                problems.put(i, new Problem(DeliveryProblem.NOT_RENDERED, Place.record(i + 1L, 0), "No place for it."));
                continue;
            }
            lines.append(String.join("|", item.deliveryId(), item.kind().code(), item.recipientCase(), measure,
                    item.fields().first("unit.name"), item.before().first("measure.name"), item.replaces()))
                    .append('\n');
        }
        return new Rendering(lines.toString().getBytes(StandardCharsets.UTF_8), problems);
    }

    @Override
    public Set<EventType> delivers() {
        return EnumSet.allOf(EventType.class);
    }

    @Override
    public Optional<String> fileExtension() {
        return Optional.of("csv");
    }

    @Override
    public Opening open(DocumentContent content, ReadMark from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Translation translate(RawRecord.Readable row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isSnapshot() {
        return false;
    }

    @Override
    public List<Vanished> vanished(LocalDate on) {
        return List.of();
    }

    @Override
    public Set<EventType> receives() {
        return Set.of();
    }
}
