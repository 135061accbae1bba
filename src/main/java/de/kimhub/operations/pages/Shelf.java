package de.kimhub.operations.pages;

import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.operations.pages.LaidOut.LaidOutFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is laid out for an instance. The folder says what is there, the database whose it is. */
@Component
class Shelf {

    private static final String OWN = """
            select id, kind, cardinality(event_ids) as events, delivered_at from hub.delivery_batch
             where recipient_no = ? and id = any (?) and kind = ? and state = 2""";

    private final JdbcClient jdbc;
    private final InstanceNumbers numbers;
    private final LaidOut laidOut;

    Shelf(JdbcClient jdbc, InstanceNumbers numbers, LaidOut laidOut) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.laidOut = laidOut;
    }

    /** @param events how many are in it; 0 for an acknowledgement */
    record Parcel(long id, boolean acknowledgement, int events, LocalDateTime deliveredAt, List<LaidOutFile> files) {

        public long bytes() {
            return files.stream().mapToLong(LaidOutFile::bytes).sum();
        }
    }

    /** The newest first. */
    List<Parcel> of(Instance instance) {
        List<Parcel> parcels = new ArrayList<>(of(instance, false));
        parcels.addAll(of(instance, true));
        parcels.sort(Comparator.comparing(Parcel::id).reversed());
        return parcels;
    }

    private List<Parcel> of(Instance instance, boolean acknowledgements) {
        Optional<Endpoint> endpoint = way(instance, acknowledgements);
        Map<Long, List<LaidOutFile>> there = endpoint.map(laidOut::at).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(LaidOutFile::batch));
        if (there.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(OWN).params(numbers.of(instance.id()), there.keySet().toArray(Long[]::new), acknowledgements ? 1 : 0)
                .query((row, no) -> new Parcel(row.getLong("id"), acknowledgements, row.getInt("events"),
                        Times.of(row, "delivered_at"), there.get(row.getLong("id")))).list();
    }

    /** Empty also when it is another instance's. */
    Optional<Parcel> find(Instance instance, long id) {
        return of(instance).stream().filter(parcel -> parcel.id() == id).findFirst();
    }

    /** From then on its content is known there. */
    Optional<InputStream> open(Instance instance, Parcel parcel, LaidOutFile file) throws IOException {
        jdbc.sql("update hub.delivery_batch set fetched_at = coalesce(fetched_at, clock_timestamp()) where id = ?")
                .param(parcel.id()).update();
        return laidOut.open(way(instance, parcel.acknowledgement()).orElseThrow(), file);
    }

    void remove(Instance instance, Parcel parcel) throws IOException {
        for (LaidOutFile file : parcel.files()) {
            laidOut.remove(way(instance, parcel.acknowledgement()).orElseThrow(), file);
        }
    }

    private static Optional<Endpoint> way(Instance instance, boolean acknowledgement) {
        return acknowledgement ? instance.acknowledgements() : instance.deliver();
    }
}
