package de.kimhub.runtime;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Of a tool that never sends anything readable. */
final class RefusingTranslator implements Translator {

    @Override
    public Opening open(DocumentContent content, ReadMark from) {
        return new Opening.RefusedDocument(List.of(new Problem(RuntimeProblem.RECEIVE_FAILED,
                Place.record(0, 0), "Nothing of it can be read.")));
    }

    @Override
    public Translation translate(RawRecord.Readable row) {
        throw new IllegalStateException("nothing was opened");
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

    @Override
    public Set<EventType> delivers() {
        return Set.of();
    }

    @Override
    public Rendering render(List<OutgoingItem> items) {
        throw new IllegalStateException("it does not deliver");
    }

    @Override
    public Optional<String> fileExtension() {
        return Optional.empty();
    }
}
