package de.kimhub.processing;

import de.kimhub.message.EventType;
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

/** The test connector's columns ERSETZT and TEST as the mapping words {@code record.replaces} and {@code record.test}. */
record CorrectingTranslator(Translator inner, boolean refusesChangedRecords) implements Translator {

    @Override
    public Translation translate(RawRecord.Readable record) {
        Translation translation = inner.translate(record);
        String replaces = record.row().value("ERSETZT");
        String test = record.row().value("TEST");
        return translation instanceof Translation.Accepted accepted
                ? new Translation.Accepted(accepted.key(), accepted.caseNumber(), accepted.content(), accepted.drafts(),
                        accepted.findings(), replaces == null || replaces.isEmpty() ? null : replaces,
                        test != null && !test.isEmpty())
                : translation;
    }

    @Override
    public Opening open(DocumentContent content, ReadMark from) {
        return inner.open(content, from);
    }

    @Override
    public boolean isSnapshot() {
        return inner.isSnapshot();
    }

    @Override
    public List<Vanished> vanished(LocalDate on) {
        return inner.vanished(on);
    }

    @Override
    public Set<EventType> receives() {
        return inner.receives();
    }

    @Override
    public Set<EventType> delivers() {
        return inner.delivers();
    }

    @Override
    public Rendering render(List<OutgoingItem> items) {
        return inner.render(items);
    }

    @Override
    public Optional<String> fileExtension() {
        return inner.fileExtension();
    }
}
