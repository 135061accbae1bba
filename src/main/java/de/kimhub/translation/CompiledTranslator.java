package de.kimhub.translation;

import de.kimhub.message.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Both directions of a connector; either may be missing. */
final class CompiledTranslator implements Translator {

    private final ReceiveMapping receive;
    private final DocumentFormat format;
    private final boolean snapshot;
    private final DeliverMapping deliver;
    private final Clock clock;
    private final Set<EventType> receives;

    CompiledTranslator(ReceiveMapping receive, DocumentFormat format, boolean snapshot, DeliverMapping deliver,
                       Clock clock) {
        this.receive = receive;
        this.format = format;
        this.snapshot = snapshot;
        this.deliver = deliver;
        this.clock = clock;
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        if (receive != null) {
            receive.rules().forEach(rule -> types.add(rule.type()));
            receive.vanishedRules().forEach(rule -> types.add(rule.type()));
        }
        this.receives = Collections.unmodifiableSet(types);
    }

    @Override
    public InputStream incoming(InputStream content) throws IOException {
        requireReceive();
        return format.incoming(content);
    }

    @Override
    public Opening open(DocumentContent content, ReadMark from) {
        requireReceive();
        return format.open(content, from);
    }

    @Override
    public Translation translate(RawRecord.Readable record) {
        requireReceive();
        return receive.translate(record, LocalDate.now(clock));
    }

    @Override
    public boolean refusesChangedRecords() {
        return receive != null && receive.refusesChangedRecords();
    }

    @Override
    public boolean isSnapshot() {
        return snapshot;
    }

    @Override
    public List<Vanished> vanished(LocalDate on) {
        return receive == null ? List.of() : receive.vanished(on);
    }

    @Override
    public Set<EventType> receives() {
        return receives;
    }

    @Override
    public Set<EventType> delivers() {
        return deliver == null ? Set.of() : deliver.events();
    }

    @Override
    public Rendering render(List<OutgoingItem> items) {
        if (deliver == null) {
            throw new IllegalStateException("This connector does not deliver");
        }
        return deliver.render(items, LocalDate.now(clock));
    }

    @Override
    public Optional<String> fileExtension() {
        return Optional.ofNullable(deliver).map(DeliverMapping::fileExtension);
    }

    private void requireReceive() {
        if (receive == null) {
            throw new IllegalStateException("This connector does not receive");
        }
    }
}
